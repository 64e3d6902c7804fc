namespace Broadsheet.Print;

/// <summary>A document of one or several pages, ready to be drawn: every word in it is in its reader's language.</summary>
/// <param name="Language">The language's tag, "he"; it tells the program that reads aloud what it reads.</param>
/// <param name="MadeAt">Stands in the file as its date. The same sheet gives the same bytes.</param>
public sealed record Sheet(string Title, string Language, bool IsRightToLeft, DateTimeOffset MadeAt, IReadOnlyList<SheetBlock> Blocks)
{
    /// <summary>Who gives it out; stands in the file's properties.</summary>
    public string Author { get; init; } = "";

    public PaperSize Paper { get; init; } = PaperSize.A4;

    /// <summary>"Page 1 of 2": drawn at the foot where there are several.</summary>
    public Func<int, int, string> PageOf { get; init; } = (page, pages) => $"{page} / {pages}";
}

/// <summary>Width and height in points.</summary>
public sealed record PaperSize(double Width, double Height)
{
    public static readonly PaperSize A4 = new(595.276, 841.89);
    public static readonly PaperSize Letter = new(612, 792);
}

public abstract record SheetBlock;

/// <summary>Who gives it out: a name and, below it, address, number, and so on.</summary>
public sealed record Letterhead(string Name, IReadOnlyList<string> Lines) : SheetBlock;

/// <summary>What the sheet is: its first heading.</summary>
public sealed record SheetTitle(string Text) : SheetBlock;

public sealed record SheetHeading(string Text) : SheetBlock;

public sealed record SheetParagraph(SheetText Text) : SheetBlock;

/// <summary>Names and values side by side. A value may be of another direction than the sheet: it finds its own.</summary>
public sealed record Facts(IReadOnlyList<Fact> Lines) : SheetBlock;

public sealed record Fact(string Name, SheetText Value);

/// <summary>A table whose last column are amounts, set so that their figures stand below each other.</summary>
public sealed record AmountTable(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : SheetBlock
{
    /// <summary>The words for the sum, and the sum.</summary>
    public (string Words, string Amount)? Total { get; init; }
}

public sealed record SmallPrint(SheetText Text) : SheetBlock;
