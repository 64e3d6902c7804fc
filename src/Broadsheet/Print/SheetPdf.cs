using System.Globalization;
using System.Text;
using Broadsheet.Print.Fonts;
using Broadsheet.Print.Lines;
using Broadsheet.Print.Pages;
using Broadsheet.Print.Pdf;

namespace Broadsheet.Print;

/// <summary>Draws a sheet as a PDF file whose text can be selected, searched and read aloud, in any direction. Knows no feature.</summary>
public static class SheetPdf
{
    public static byte[] Draw(Sheet sheet)
    {
        var document = new PdfDocument(sheet);
        var flow = new Flow(sheet, document);
        foreach (var block in sheet.Blocks) Write(block, flow, document.Root);
        flow.WriteFeet();
        return document.Save();
    }

    /// <summary>
    /// Whether every character has its letter in our fonts: Latin, Greek, Cyrillic, Hebrew and Arabic letters do, Chinese does not. What has none
    /// is shown as a box, though it is copied and found as what it is.
    /// </summary>
    public static bool CanShow(string text) =>
        text.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format || Face.For(rune.Value, isBold: false).Has(rune.Value));

    private static void Write(SheetBlock block, Flow flow, PdfTag root)
    {
        switch (block)
        {
            case Letterhead letterhead: Write(letterhead, flow, root); break;
            case SheetTitle title:
                flow.Skip(26);
                flow.Turn(TextStyle.Title.Leading + (4 * TextStyle.Body.Leading));
                flow.Write(title.Text, TextStyle.Title, root.Add("H1"));
                flow.Skip(10);
                break;
            case SheetHeading heading:
                flow.Skip(12);
                flow.Turn(TextStyle.Heading.Leading + (3 * TextStyle.Body.Leading));
                flow.Write(heading.Text, TextStyle.Heading, root.Add("H2"));
                flow.Skip(4);
                break;
            case SheetParagraph paragraph:
                flow.Write(paragraph.Text, TextStyle.Body, root.Add("P"));
                flow.Skip(8);
                break;
            case Facts facts: Write(facts, flow, root); break;
            case AmountTable table:
                flow.Skip(6);
                new TableSetting(table, flow, root).Write();
                flow.Skip(14);
                break;
            case SmallPrint small:
                flow.Write(small.Text, TextStyle.Small, root.Add("P"));
                flow.Skip(6);
                break;
        }
    }

    private static void Write(Letterhead letterhead, Flow flow, PdfTag root)
    {
        flow.Write(letterhead.Name, TextStyle.Name, root.Add("P"));
        foreach (var line in letterhead.Lines)
        {
            var lines = flow.Typesetter.Set(line, TextStyle.Address, flow.Width, ValueDirection.Of(line, flow.IsRightToLeft));
            flow.Draw(lines, TextStyle.Address, 0, flow.Width, root.Add("P"), flow.IsRightToLeft);
            flow.Advance(lines.Count * TextStyle.Address.Leading);
        }

        flow.Advance(10);
        flow.Rule(1);
    }

    private static void Write(Facts facts, Flow flow, PdfTag root)
    {
        const double gap = 18;
        var table = root.Add("Table");
        var names = Math.Min(facts.Lines.Select(fact => flow.Typesetter.WidthOf(fact.Name, TextStyle.Label)).DefaultIfEmpty().Max(), flow.Width * 0.42);
        foreach (var fact in facts.Lines)
        {
            var name = flow.Typesetter.Set(fact.Name, TextStyle.Label, names + 0.1, flow.IsRightToLeft);
            var value = flow.Typesetter.Set(fact.Value, TextStyle.Body, flow.Width - names - gap, ValueDirection.Of(fact.Value, flow.IsRightToLeft));
            var height = Math.Max(name.Count, value.Count) * TextStyle.Body.Leading;
            flow.Turn(height);
            var row = table.Add("TR");
            flow.Draw(name, TextStyle.Label, 0, names, row.Add("TH", "/A<</O/Table/Scope/Row>>"), flow.IsRightToLeft);
            flow.Draw(value, TextStyle.Body, names + gap, flow.Width - names - gap, row.Add("TD"), flow.IsRightToLeft);
            flow.Advance(height + 1.5);
        }

        flow.Skip(8);
    }
}
