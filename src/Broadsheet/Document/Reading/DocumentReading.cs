namespace Broadsheet.Document.Reading;

/// <summary>Foreign matter read into a document, and everything that did not fit in it.</summary>
public sealed record DocumentReading(DraftDocument Document, IReadOnlyList<ReadingNote> Notes);

/// <summary>One thing that did not fit: what kind, in the reader's words, and which (an address, or the words themselves).</summary>
public sealed record ReadingNote(ReadingNoteKind Kind, string Message, string Detail = "");

public enum ReadingNoteKind { Script, Style, Hidden, Comment, Picture, Frame, Media, Link, Form, Table, Shortened, Formatting, Reference }

/// <summary>How to read. Every callback answers null for what it does not know; that is then reported.</summary>
public sealed record ReadingOptions
{
    /// <summary>A picture of ours for the address or file name in the text.</summary>
    public Func<string, Guid?> Picture { get; init; } = _ => null;

    /// <summary>An article of ours for a slug (Markdown's :::related).</summary>
    public Func<string, Guid?> Article { get; init; } = _ => null;

    /// <summary>A file of ours for an address or name.</summary>
    public Func<string, Guid?> File { get; init; } = _ => null;

    /// <summary>What relative addresses are relative to; without it they stay as they are.</summary>
    public Uri? BaseAddress { get; init; }

    public Embeds.EmbedProviders Embeds { get; init; } = Document.Embeds.EmbedProviders.Default;

    internal Func<string> NewId { get; init; } = BlockId.New;
}
