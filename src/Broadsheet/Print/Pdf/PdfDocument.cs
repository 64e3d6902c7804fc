using System.Globalization;
using System.Security;
using System.Text;

namespace Broadsheet.Print.Pdf;

/// <summary>Pages, fonts, the tree of what they mean, and what the file says about itself.</summary>
internal sealed class PdfDocument(Sheet sheet)
{
    private readonly PdfFile file = new();
    private readonly PdfFonts fonts = new();
    private readonly List<PdfPage> pages = [];

    public IReadOnlyList<PdfPage> Pages => pages;

    public PdfTag Root { get; } = new("Document");

    public PdfPage AddPage()
    {
        pages.Add(new(file.Reserve(), fonts));
        return pages[^1];
    }

    public byte[] Save()
    {
        var tree = file.Reserve();
        var root = Root.WriteTo(file, tree);
        var owners = pages.Select((page, i) => $"{i} [{string.Join(' ', page.Owners.Select(owner => $"{owner} 0 R"))}]");
        file.Put(tree, $"<</Type/StructTreeRoot/K[{root} 0 R]/ParentTree<</Nums[{string.Join(' ', owners)}]>>/ParentTreeNextKey {pages.Count}>>");

        var list = file.Reserve();
        var resources = file.Add($"<<{fonts.WriteTo(file)}>>");
        for (var i = 0; i < pages.Count; i++)
        {
            var content = file.AddStream(pages[i].Content);
            file.Put(pages[i].Number, $"<</Type/Page/Parent {list} 0 R/MediaBox[0 0 {PdfFile.Number(sheet.Paper.Width)} {PdfFile.Number(sheet.Paper.Height)}]"
                + $"/Resources {resources} 0 R/Contents {content} 0 R/StructParents {i}/Tabs/S>>");
        }

        file.Put(list, $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select(page => $"{page.Number} 0 R"))}]>>");
        var metadata = file.AddStream(Encoding.UTF8.GetBytes(Metadata()), "/Type/Metadata/Subtype/XML", compress: false);
        var direction = sheet.IsRightToLeft ? "R2L" : "L2R";
        var catalog = file.Add($"<</Type/Catalog/Pages {list} 0 R/Lang {PdfFile.Text(sheet.Language)}/MarkInfo<</Marked true>>/StructTreeRoot {tree} 0 R"
            + $"/Metadata {metadata} 0 R/ViewerPreferences<</DisplayDocTitle true/Direction/{direction}>>>>");
        return file.Save(catalog, file.Add(Information()));
    }

    private string Information()
    {
        var date = sheet.MadeAt.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return $"<</Title {PdfFile.Text(sheet.Title)}/Author {PdfFile.Text(sheet.Author)}/Creator(Broadsheet)/CreationDate(D:{date}Z)/ModDate(D:{date}Z)>>";
    }

    /// <summary>The same once more as XMP (14.3.2), which is what newer programs read.</summary>
    private string Metadata()
    {
        var date = sheet.MadeAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(sheet.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Escape(sheet.Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>{Escape(sheet.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:CreatorTool>Broadsheet</xmp:CreatorTool>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """.ReplaceLineEndings("\n");
    }

    private static string? Escape(string text) => SecurityElement.Escape(text);
}
