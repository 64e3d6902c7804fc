namespace Broadsheet.Print;

/// <summary>A text on a sheet, parts of which may be bold. A line feed in it begins a new line.</summary>
public sealed record SheetText(IReadOnlyList<SheetText.Span> Spans)
{
    public sealed record Span(string Text, bool IsBold);

    public static implicit operator SheetText(string text) => new([new Span(text, false)]);

    public static SheetText FromString(string text) => text;

    public SheetText Then(string text) => new([.. Spans, new(text, false)]);

    public SheetText Bold(string text) => new([.. Spans, new(text, true)]);

    /// <summary>
    /// A name, number or address inside a sentence of another direction, between the marks that keep both from disturbing each other
    /// (U+2068 and U+2069); the marks are not drawn.
    /// </summary>
    public static string Isolate(string text) => $"\u2068{text}\u2069";

    public override string ToString() => string.Concat(Spans.Select(span => span.Text));

    internal bool[] BoldLetters(bool everywhere) => [.. Spans.SelectMany(span => Enumerable.Repeat(everywhere || span.IsBold, span.Text.Length))];

    internal IEnumerable<SheetText> Paragraphs()
    {
        var paragraph = new List<Span>();
        foreach (var span in Spans)
        {
            var lines = span.Text.ReplaceLineEndings("\n").Split('\n');
            foreach (var line in lines[..^1])
            {
                yield return new([.. paragraph, span with { Text = line }]);
                paragraph.Clear();
            }

            paragraph.Add(span with { Text = lines[^1] });
        }

        yield return new(paragraph);
    }
}
