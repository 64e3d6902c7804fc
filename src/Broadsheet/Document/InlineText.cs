namespace Broadsheet.Document;

/// <summary>The one form of a run of text: marks in the schema's order, neighbours with equal marks joined, nothing empty.</summary>
internal static class InlineText
{
    public static Nodes<Inline> Join(IEnumerable<Inline> runs)
    {
        var joined = new List<Inline>();
        foreach (var run in runs)
        {
            if (run is TextRun { Text: "" }) continue;
            if (run is TextRun next && joined is [.., TextRun last] && last.Marks.Equals(next.Marks)) joined[^1] = last with { Text = last.Text + next.Text };
            else joined.Add(run);
        }

        return [.. joined];
    }

    public static Nodes<Mark> InOrder(IEnumerable<Mark> marks) => [.. marks.OrderBy(Rank)];

    internal static int Rank(Mark mark) => Schema.Current.Marks[NameOf(mark)].Rank;

    internal static string NameOf(Mark mark) => mark switch
    {
        BoldMark => "bold",
        ItalicMark => "italic",
        StrikeMark => "strike",
        SubscriptMark => "subscript",
        SuperscriptMark => "superscript",
        CodeMark => "code",
        LinkMark => "link",
        LanguageMark => "language",
        DateMark => "date",
        QuotationMark => "quotation",
        _ => throw new InvalidOperationException($"No name for {mark.GetType().Name}"),
    };
}
