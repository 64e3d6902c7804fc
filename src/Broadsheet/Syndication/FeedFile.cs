using System.Globalization;
using System.Xml;
using Broadsheet.Paper;

namespace Broadsheet.Syndication;

/// <summary>Writes RSS 2.0 with the modules that carry full text, names and credited pictures.</summary>
internal static class FeedFile
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>The last change that readers were told of. A feed that says the hour it was asked for would be new each time.</summary>
    internal static DateTimeOffset? ChangedAt(IReadOnlyList<FeedStory> stories) =>
        stories.Count == 0 ? null : stories.Max(story => story.Article.UpdatedAt ?? story.Article.PublishedAt);

    internal static byte[] Of(FeedChannel channel, IReadOnlyList<FeedStory> stories, PaperOrigin origin) => Of(channel, ChangedAt(stories), origin, xml =>
    {
        foreach (var story in stories) Item(xml, story, origin);
    });

    /// <param name="changed">The last change that readers were told of.</param>
    /// <param name="items">Writes the items.</param>
    internal static byte[] Of(FeedChannel channel, DateTimeOffset? changed, PaperOrigin origin, Action<XmlWriter> items) => MachineAnswer.Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        foreach (var (prefix, name) in new[] { ("atom", Atom), ("content", Content), ("dc", Dc), ("media", Media) }) xml.WriteAttributeString("xmlns", prefix, null, name);
        xml.WriteStartElement("channel");
        Text(xml, "title", channel.Title);
        Text(xml, "link", origin.Whole(channel.Page));
        Text(xml, "description", channel.Description);
        Text(xml, "language", channel.Edition.Language);
        if (changed is { } at) Text(xml, "lastBuildDate", Date(at));
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("href", origin.Whole(channel.Address));
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
        items(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Item(XmlWriter xml, FeedStory item, PaperOrigin origin)
    {
        var story = item.Story;
        xml.WriteStartElement("item");
        Text(xml, "title", story.Headline);
        Text(xml, "link", origin.Whole(story.Href));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        // The story's own name: a new headline, section, or domain must not make it a new story to subscribers.
        xml.WriteString($"tag:broadsheet,2026:{story.Id}");
        xml.WriteEndElement();
        Text(xml, "pubDate", Date(story.Published));
        if (item.Kind.Length > 0) Text(xml, "category", item.Kind);
        Text(xml, "category", story.Section.Name);
        foreach (var byline in story.Bylines) Text(xml, "creator", byline.Role.Length > 0 ? $"{byline.Name} ({byline.Role})" : byline.Name, Dc);
        if (story.Standfirst.Length > 0) Text(xml, "description", story.Standfirst);
        Text(xml, "encoded", item.Html, Content);
        if (item.Picture is { } picture) Picture(xml, picture, origin);
        xml.WriteEndElement();
    }

    // No enclosure: it must say its length, and a rendition is made when it is first asked for.
    private static void Picture(XmlWriter xml, Pictures.PictureView picture, PaperOrigin origin)
    {
        xml.WriteStartElement("content", Media);
        xml.WriteAttributeString("url", origin.Whole(picture.Url));
        xml.WriteAttributeString("medium", "image");
        xml.WriteAttributeString("type", "image/jpeg");
        if (picture.Credit.Length > 0) Text(xml, "credit", picture.Credit, Media);
        if (picture.Caption.Length > 0) Text(xml, "description", picture.Caption, Media);
        xml.WriteEndElement();
    }

    internal static void Text(XmlWriter xml, string name, string text, string? space = null) => xml.WriteElementString(name, space, MachineAnswer.Clean(text));

    internal static string Date(DateTimeOffset moment) => moment.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);
}
