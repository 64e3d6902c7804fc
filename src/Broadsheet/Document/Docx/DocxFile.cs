using System.IO.Compression;
using System.Xml.Linq;
using static Broadsheet.Document.Docx.Wml;

namespace Broadsheet.Document.Docx;

/// <summary>
/// A story as a file that Word, LibreOffice and Google Docs open: its text with styles by which a template can restyle it, pictures with captions and credits, and what
/// is suggested as tracked changes. Comments stay in the newsroom.
/// </summary>
public static class DocxFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static byte[] Of(DocxStory story, DateTimeOffset now)
    {
        var (links, lists) = (new DocxLinks(story.PaperAddress), new DocxLists());
        var document = new XElement(W + "document", new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName), new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName), new DocxBody(story, links, lists).Write());

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes());
            Add(zip, "_rels/.rels", new(new XElement(Package + "Relationships",
                Relationship("document", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "word/document.xml"),
                Relationship("core", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"))));
            Add(zip, "docProps/core.xml", Core(story, now));
            Add(zip, "word/document.xml", new(document));
            Add(zip, "word/styles.xml", DocxStyles.For(story.Language, story.IsRightToLeft));
            Add(zip, "word/numbering.xml", lists.Numbering());
            Add(zip, "word/_rels/document.xml.rels", links.Relationships());
            for (var picture = 0; picture < links.Pictures.Count; picture++)
            {
                // A JPEG does not get smaller.
                using var entry = zip.CreateEntry($"word/{DocxLinks.NameOf(picture)}", CompressionLevel.NoCompression).Open();
                entry.Write(links.Pictures[picture]);
            }
        }
        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, XDocument part)
    {
        using var entry = zip.CreateEntry(name).Open();
        part.Declaration = new("1.0", "utf-8", "yes");
        part.Save(entry, SaveOptions.DisableFormatting);
    }

    private static XElement Relationship(string id, string type, string target) =>
        new(Package + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target));

    private static XDocument ContentTypes()
    {
        const string Wordprocessing = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        return new(new XElement(Types + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"), Default("xml", "application/xml"), Default("jpg", "image/jpeg"),
            Part("/word/document.xml", MediaType + ".main+xml"), Part("/word/styles.xml", Wordprocessing + "styles+xml"), Part("/word/numbering.xml", Wordprocessing + "numbering+xml"),
            Part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")));

        XElement Default(string extension, string type) => new(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));
        XElement Part(string name, string type) => new(Types + "Override", new XAttribute("PartName", name), new XAttribute("ContentType", type));
    }

    // ECMA-376 part 2, 11. Who wrote it is in the byline; who fetched it is nobody's business.
    private static XDocument Core(DocxStory story, DateTimeOffset now)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/", xsi = "http://www.w3.org/2001/XMLSchema-instance";
        return new(new XElement(core + "coreProperties", new XAttribute(XNamespace.Xmlns + "dcterms", terms.NamespaceName),
            new XElement(dc + "title", Clean(story.Headline)), new XElement(dc + "creator", Clean(story.Byline)), new XElement(dc + "language", story.Language),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), now.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture) + "Z")));
    }
}
