using System.Globalization;
using System.Xml.Linq;
using static Broadsheet.Document.Docx.Wml;

namespace Broadsheet.Document.Docx;

/// <summary>Text with its marks. Word draws a run in the direction that the run says, so one that goes both ways is cut into several.</summary>
internal sealed class DocxRuns(DocxLinks links)
{
    private int _changes;

    /// <param name="isRightToLeft">The way of the block: what stands between letters of both ways goes with it.</param>
    public IEnumerable<XElement> Of(Nodes<Inline> content, bool isRightToLeft)
    {
        for (var at = 0; at < content.Count;)
        {
            if (Address(content[at]) is not { } address)
            {
                foreach (var run in Runs(content[at++], isRightToLeft, isLink: false)) yield return run;
                continue;
            }

            var end = at;
            while (end < content.Count && Address(content[end]) == address) end++;
            yield return new XElement(W + "hyperlink", new XAttribute(R + "id", links.IdOf(address)), content.Skip(at).Take(end - at).SelectMany(inline => Runs(inline, isRightToLeft, isLink: true)));
            at = end;
        }
    }

    public IEnumerable<XElement> Of(string text, bool isRightToLeft, params Nodes<Mark> marks) => Runs(new TextRun(text, marks), isRightToLeft, isLink: false);

    /// <summary>Who made a change and when, for w:ins and w:del, which must differ in their numbers.</summary>
    public XElement Change(string name, Suggestion by, params object[] content) =>
        new(W + name, At("id", ++_changes), At("author", Clean(by.Author)), At("date", by.At.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z"), content);

    private string? Address(Inline inline) => inline.Marks.OfType<LinkMark>().FirstOrDefault() is { } link ? links.AddressOf(link.Href) : null;

    private IEnumerable<XElement> Runs(Inline inline, bool isRightToLeft, bool isLink)
    {
        var deleted = inline.Marks.OfType<DeletionMark>().FirstOrDefault()?.Suggestion;
        var inserted = inline.Marks.OfType<InsertionMark>().FirstOrDefault()?.Suggestion;
        foreach (var (text, toTheLeft) in inline is TextRun run ? DirectionRuns.Of(run.Text, isRightToLeft) : [("", isRightToLeft)])
        {
            var made = new XElement(W + "r", Look(inline.Marks, toTheLeft, isLink), inline is TextRun ? Words(text, deleted is not null) : On("br"));
            if (deleted is not null) made = Change("del", deleted, made);
            if (inserted is not null) made = Change("ins", inserted, made);
            yield return made;
        }
    }

    private static XElement Words(string text, bool isDeleted) => new(W + (isDeleted ? "delText" : "t"), new XAttribute(XNamespace.Xml + "space", "preserve"), Clean(text));

    // In the order that the schema asks for (CT_RPr).
    private static XElement? Look(Nodes<Mark> marks, bool isRightToLeft, bool isLink)
    {
        var look = new XElement(W + "rPr");
        if (isLink) look.Add(Val("rStyle", "Hyperlink"));
        if (marks.OfType<CodeMark>().Any()) look.Add(new XElement(W + "rFonts", At("ascii", "Courier New"), At("hAnsi", "Courier New"), At("cs", "Courier New")));
        if (marks.OfType<BoldMark>().Any()) look.Add(On("b"), On("bCs"));
        if (marks.OfType<ItalicMark>().Any()) look.Add(On("i"), On("iCs"));
        if (marks.OfType<StrikeMark>().Any()) look.Add(On("strike"));
        if (marks.OfType<SubscriptMark>().Any()) look.Add(Val("vertAlign", "subscript"));
        else if (marks.OfType<SuperscriptMark>().Any()) look.Add(Val("vertAlign", "superscript"));
        if (isRightToLeft) look.Add(On("rtl"));
        if (marks.OfType<LanguageMark>().FirstOrDefault() is { } language) look.Add(new XElement(W + "lang", At(isRightToLeft ? "bidi" : "val", language.Lang)));
        return look.HasElements ? look : null;
    }
}
