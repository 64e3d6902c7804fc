namespace Broadsheet.Document;

public abstract record Inline(Nodes<Mark> Marks);

public sealed record TextRun(string Text, Nodes<Mark> Marks) : Inline(Marks)
{
    public TextRun(string text) : this(text, []) { }
}

public sealed record HardBreak(Nodes<Mark> Marks) : Inline(Marks)
{
    public HardBreak() : this([]) { }
}

public abstract record Mark;

public sealed record BoldMark : Mark;

public sealed record ItalicMark : Mark;

public sealed record StrikeMark : Mark;

public sealed record SubscriptMark : Mark;

public sealed record SuperscriptMark : Mark;

public sealed record CodeMark : Mark;

public sealed record LinkMark(string Href) : Mark;

/// <summary>Words in another language than the document's; Lang is a BCP 47 tag.</summary>
public sealed record LanguageMark(string Lang) : Mark;

/// <summary>
/// What somebody said. Runs that carry the same id are one quotation, also across paragraphs.
/// Said is the day; Source is where it was said, or read.
/// </summary>
public sealed record QuotationMark(string Id, string Speaker = "", string Role = "", DateOnly? Said = null, string? Source = null) : Mark;

/// <summary>What a day in the text means: a day, week, month or year as HTML's time element writes it (2023-03-22, 2023-W12).</summary>
public sealed record DateMark(string Date) : Mark;
