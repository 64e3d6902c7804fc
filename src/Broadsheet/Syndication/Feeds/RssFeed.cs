using System.Globalization;
using System.Xml;
using Broadsheet.Paper;
using Broadsheet.Syndication.Cards;

namespace Broadsheet.Syndication.Feeds;

/// <summary>RSS 2.0 with the modules that carry full text, names and credited pictures.</summary>
internal sealed class RssFeed(Feed feed, PaperOrigin origin)
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/", Dc = "http://purl.org/dc/elements/1.1/";

    // Apple's tags, which every program that plays recordings reads: help.apple.com/itc/podcasts_connect, "RSS tags".
    private const string Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    internal byte[] Write() => MachineAnswer.Xml(xml =>
    {
        var channel = feed.Channel;
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        foreach (var (prefix, name) in new[] { ("atom", FeedXml.Atom), ("content", Content), ("dc", Dc), ("media", FeedXml.Media) }) xml.WriteAttributeString("xmlns", prefix, null, name);
        if (feed.Archive.Here is not null) xml.WriteAttributeString("xmlns", "fh", null, FeedXml.History);
        var isPodcast = feed.Entries.Any(entry => entry.Sounds.Count > 0);
        if (isPodcast) xml.WriteAttributeString("xmlns", "itunes", null, Itunes);
        xml.WriteStartElement("channel");
        FeedXml.Text(xml, "title", channel.Title);
        FeedXml.Text(xml, "link", origin.Whole(channel.Home));
        FeedXml.Text(xml, "description", channel.Description);
        FeedXml.Text(xml, "language", channel.Edition.Language);
        FeedXml.Text(xml, "lastBuildDate", Date(feed.Updated));
        FeedXml.Links(xml, feed, FeedFormat.Rss, origin);
        if (isPodcast) Podcast(xml, channel);
        foreach (var entry in feed.Entries) Item(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private void Podcast(XmlWriter xml, FeedChannel channel)
    {
        FeedXml.Text(xml, "author", channel.Edition.Name, Itunes);
        FeedXml.Text(xml, "type", "episodic", Itunes);
        FeedXml.Text(xml, "explicit", "false", Itunes);
        xml.WriteStartElement("category", Itunes);
        xml.WriteAttributeString("text", "News");
        xml.WriteEndElement();
        xml.WriteStartElement("image", Itunes);
        xml.WriteAttributeString("href", origin.Whole(channel.Edition.At(ReadCover.Path)));
        xml.WriteEndElement();
    }

    private static void Item(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        FeedXml.Text(xml, "title", entry.Title);
        FeedXml.Text(xml, "link", entry.Link);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        FeedXml.Text(xml, "pubDate", Date(entry.Published));
        foreach (var category in entry.Categories) FeedXml.Text(xml, "category", category);
        // RSS's own author is a mail address.
        foreach (var person in entry.People) FeedXml.Text(xml, "creator", person.Printed, Dc);
        if (entry.Summary.Length > 0) FeedXml.Text(xml, "description", entry.Summary);
        if (entry.Html is { } html) FeedXml.Text(xml, "encoded", html, Content);
        if (entry.Sounds is [var sound, ..])
        {
            Enclosure(xml, sound);
            FeedXml.Text(xml, "title", entry.Title, Itunes);
            FeedXml.Text(xml, "episodeType", "full", Itunes);
            if (entry.People.Count > 0) FeedXml.Text(xml, "author", string.Join(", ", entry.People.Select(person => person.Name)), Itunes);
        }
        if (entry.Picture is { } picture) FeedXml.Picture(xml, picture);
        xml.WriteEndElement();
    }

    // One an item: readers of RSS take no more. A picture is none: an enclosure must say its length, and a rendition is made when it is first asked for.
    private static void Enclosure(XmlWriter xml, FeedSound sound)
    {
        xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", sound.Address);
        xml.WriteAttributeString("length", sound.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("type", sound.MediaType);
        xml.WriteEndElement();
    }

    private static string Date(DateTimeOffset moment) => moment.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);
}
