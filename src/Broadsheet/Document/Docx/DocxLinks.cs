using System.Globalization;
using System.Xml.Linq;

namespace Broadsheet.Document.Docx;

/// <summary>What a document's text points to: addresses outside, and pictures in the file itself.</summary>
internal sealed class DocxLinks(Uri paperAddress)
{
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly Dictionary<string, string> _addresses = [];
    private readonly List<byte[]> _pictures = [];

    public IReadOnlyList<byte[]> Pictures => _pictures;

    public static string NameOf(int picture) => string.Create(CultureInfo.InvariantCulture, $"media/image{picture + 1}.jpg");

    /// <summary>A whole address, written as an URI; null: a place in the text itself, or nothing that may be a link.</summary>
    public string? AddressOf(string href) => LinkSafety.Whole(href, paperAddress) is { } whole ? new Uri(whole).AbsoluteUri : null;

    public string IdOf(string address)
    {
        if (!_addresses.TryGetValue(address, out var id)) _addresses[address] = id = string.Create(CultureInfo.InvariantCulture, $"link{_addresses.Count + 1}");
        return id;
    }

    public string IdOf(byte[] picture)
    {
        _pictures.Add(picture);
        return PictureId(_pictures.Count - 1);
    }

    /// <summary>word/_rels/document.xml.rels</summary>
    public XDocument Relationships()
    {
        XNamespace names = "http://schemas.openxmlformats.org/package/2006/relationships";
        return new(new XElement(names + "Relationships",
            One("styles", "styles", "styles.xml"), One("numbering", "numbering", "numbering.xml"),
            _pictures.Select((_, index) => One(PictureId(index), "image", NameOf(index))),
            _addresses.Select(pair => One(pair.Value, "hyperlink", pair.Key, new XAttribute("TargetMode", "External")))));

        XElement One(string id, string type, string target, params XAttribute[] more) =>
            new(names + "Relationship", new XAttribute("Id", id), new XAttribute("Type", Types + type), new XAttribute("Target", target), more);
    }

    private static string PictureId(int index) => string.Create(CultureInfo.InvariantCulture, $"picture{index + 1}");
}
