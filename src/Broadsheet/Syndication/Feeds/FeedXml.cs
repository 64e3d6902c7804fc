using System.Globalization;
using System.Xml;
using Broadsheet.Paper;

namespace Broadsheet.Syndication.Feeds;

/// <summary>What RSS and Atom write alike: links, archives and the modules.</summary>
internal static class FeedXml
{
    internal const string Atom = "http://www.w3.org/2005/Atom", History = "http://purl.org/syndication/history/1.0", Media = "http://search.yahoo.com/mrss/";

    internal static void Text(XmlWriter xml, string name, string text, string? space = null) => xml.WriteElementString(name, space, MachineAnswer.Clean(text));

    /// <summary>An Atom link, in Atom and in RSS.</summary>
    internal static void Link(XmlWriter xml, string relation, string address, string? type = null)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null) xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>Itself, the page, the same in other formats, the hubs, and its neighbours among the archives.</summary>
    internal static void Links(XmlWriter xml, Feed feed, FeedFormat format, PaperOrigin origin)
    {
        var (channel, archive) = (feed.Channel, feed.Archive);
        Link(xml, "self", origin.Whole(archive.Here is { } here ? channel.AddressOf(here, format) : channel.AddressIn(format)), format.MediaType);
        foreach (var hub in feed.Hubs) Link(xml, "hub", hub);
        if (archive.Here is not null) Link(xml, "current", origin.Whole(channel.AddressIn(format)), format.MediaType);
        if (archive.Previous is { } previous) Link(xml, "prev-archive", origin.Whole(channel.AddressOf(previous, format)), format.MediaType);
        if (archive.Next is { } next) Link(xml, "next-archive", origin.Whole(channel.AddressOf(next, format)), format.MediaType);
        if (archive.Here is null) return;
        xml.WriteStartElement("archive", History);
        xml.WriteEndElement();
    }

    internal static void Picture(XmlWriter xml, FeedPicture picture)
    {
        xml.WriteStartElement("content", Media);
        xml.WriteAttributeString("url", picture.Address);
        xml.WriteAttributeString("medium", "image");
        xml.WriteAttributeString("type", "image/jpeg");
        xml.WriteAttributeString("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        if (picture.Credit.Length > 0) Text(xml, "credit", picture.Credit, Media);
        if (picture.Caption.Length > 0) Text(xml, "description", picture.Caption, Media);
        if (picture.AltText.Length > 0) Text(xml, "text", picture.AltText, Media);
        xml.WriteEndElement();
    }
}
