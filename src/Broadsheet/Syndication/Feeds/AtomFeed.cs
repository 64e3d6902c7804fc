using System.Globalization;
using System.Xml;
using Broadsheet.Paper;

namespace Broadsheet.Syndication.Feeds;

/// <summary>Atom (RFC 4287).</summary>
internal sealed class AtomFeed(Feed feed, PaperOrigin origin)
{
    internal byte[] Write() => MachineAnswer.Xml(xml =>
    {
        var channel = feed.Channel;
        xml.WriteStartElement("feed", FeedXml.Atom);
        xml.WriteAttributeString("xmlns", "media", null, FeedXml.Media);
        if (feed.Archive.Here is not null) xml.WriteAttributeString("xmlns", "fh", null, FeedXml.History);
        xml.WriteAttributeString("xml", "lang", null, channel.Edition.Language);
        // An archive is a feed document of the same feed, so it has the same id (RFC 5005, 4).
        Text(xml, "id", channel.Id);
        Text(xml, "title", channel.Title);
        Text(xml, "subtitle", channel.Description);
        Text(xml, "updated", Rfc3339.Of(feed.Updated));
        // For entries without a name of their own (RFC 4287, 4.1.1).
        Person(xml, "author", new(channel.Edition.Name, "", origin.Whole(channel.Edition.Home)));
        FeedXml.Links(xml, feed, FeedFormat.Atom, origin);
        FeedXml.Link(xml, "alternate", origin.Whole(channel.Home), "text/html");
        Text(xml, "generator", "Broadsheet");
        foreach (var entry in feed.Entries) Entry(xml, entry);
        xml.WriteEndElement();
    });

    private void Entry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", FeedXml.Atom);
        Text(xml, "id", entry.Id);
        Text(xml, "title", entry.Title);
        FeedXml.Link(xml, "alternate", entry.Link, "text/html");
        Text(xml, "published", Rfc3339.Of(entry.Published));
        Text(xml, "updated", Rfc3339.Of(entry.Updated));
        foreach (var person in entry.People) Person(xml, person.IsAuthor ? "author" : "contributor", person);
        foreach (var category in entry.Categories) Category(xml, category);
        if (entry.Summary.Length > 0) Text(xml, "summary", entry.Summary);
        if (entry.Html is { } html) Html(xml, html);
        foreach (var sound in entry.Sounds) Enclosure(xml, sound);
        if (entry.Picture is { } picture) FeedXml.Picture(xml, picture);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => FeedXml.Text(xml, name, text, FeedXml.Atom);

    private void Person(XmlWriter xml, string name, FeedPerson person)
    {
        xml.WriteStartElement(name, FeedXml.Atom);
        Text(xml, "name", person.Printed);
        if (person.Address is { } address) Text(xml, "uri", origin.Whole(address));
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string category)
    {
        xml.WriteStartElement("category", FeedXml.Atom);
        xml.WriteAttributeString("term", MachineAnswer.Clean(category));
        xml.WriteEndElement();
    }

    private static void Html(XmlWriter xml, string html)
    {
        xml.WriteStartElement("content", FeedXml.Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(MachineAnswer.Clean(html));
        xml.WriteEndElement();
    }

    private static void Enclosure(XmlWriter xml, FeedSound sound)
    {
        xml.WriteStartElement("link", FeedXml.Atom);
        xml.WriteAttributeString("rel", "enclosure");
        xml.WriteAttributeString("type", sound.MediaType);
        xml.WriteAttributeString("length", sound.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("href", sound.Address);
        xml.WriteEndElement();
    }
}
