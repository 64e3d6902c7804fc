using Broadsheet.Print.Lines;

namespace Broadsheet.Print.Pdf;

/// <summary>An element of the tree that says what the marks on the pages are: a heading, a paragraph, a cell (14.7).</summary>
internal sealed class PdfTag(string type, string attributes = "")
{
    private readonly List<object> children = [];
    private readonly List<string> lines = [];
    private bool hasRightToLeft;

    public PdfTag Add(string childType, string childAttributes = "")
    {
        var child = new PdfTag(childType, childAttributes);
        children.Add(child);
        return child;
    }

    public string Type { get; } = type;

    /// <summary>Notes what is drawn for it. Letters of a line to the left stand in the file as they are seen; who reads aloud needs them as they are spoken.</summary>
    public void Say(Line line)
    {
        lines.Add(line.Text);
        hasRightToLeft |= line.HasRightToLeft;
    }

    public void Mark(PdfPage page, int mark) => children.Add(new Shown(page, mark));

    /// <summary>Writes the element and those below it; each page's <see cref="PdfPage.Owners"/> get their numbers.</summary>
    public int WriteTo(PdfFile file, int parent)
    {
        var number = file.Reserve();
        var kids = children.Select(child => child switch
        {
            PdfTag tag => $"{tag.WriteTo(file, number)} 0 R",
            Shown shown => shown.WriteTo(number),
            _ => "",
        });
        var spoken = hasRightToLeft ? $"/ActualText {PdfFile.Text(string.Join(' ', lines))}" : "";
        file.Put(number, $"<</Type/StructElem/S/{Type}/P {parent} 0 R{attributes}{spoken}/K[{string.Join(' ', kids)}]>>");
        return number;
    }

    private sealed record Shown(PdfPage Page, int Mark)
    {
        public string WriteTo(int owner)
        {
            Page.Owners[Mark] = owner;
            return $"<</Type/MCR/Pg {Page.Number} 0 R/MCID {Mark}>>";
        }
    }
}
