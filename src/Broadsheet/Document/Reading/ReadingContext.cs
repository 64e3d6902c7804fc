using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>One reading on its way: the options, and the notes so far.</summary>
internal sealed class ReadingContext(ReadingOptions options)
{
    private const int EnoughNotes = 500;

    private readonly List<ReadingNote> notes = [];

    public ReadingOptions Options => options;

    public IReadOnlyList<ReadingNote> Notes => notes;

    /// <summary>True while reading what an office program made: it tags every run with a language, which says nothing.</summary>
    public bool IsFromOffice { get; set; }

    public void Note(ReadingNoteKind kind, string message, string detail = "")
    {
        if (notes.Count < EnoughNotes) notes.Add(new(kind, message, Shorten(detail.Trim(), 2000)));
    }

    public void NoteOnce(ReadingNoteKind kind, string message)
    {
        if (!notes.Exists(note => note.Message == message)) Note(kind, message);
    }

    /// <summary>Text for a field with a limit. What is cut off is in the report, whole.</summary>
    public string Fit(string text, int limit)
    {
        var clean = DocumentText.Clean(text).Trim();
        if (clean.Length <= limit) return clean;
        Note(ReadingNoteKind.Shortened, T("reading.note.shortened", ("most", limit)), clean);
        return Shorten(clean, limit);
    }

    public DocumentReading Finish(IReadOnlyList<Block> blocks) =>
        new(blocks.Count == 0 ? DraftDocument.Empty : DraftDocument.Of(options.NewId, [.. blocks]), notes);

    private static string Shorten(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }
}
