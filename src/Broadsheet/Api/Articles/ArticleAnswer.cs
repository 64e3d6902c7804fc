using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Broadsheet.Articles;

namespace Broadsheet.Api.Articles;

/// <summary>Where an article stands.</summary>
public enum ArticleState { Draft, Scheduled, Published, Withdrawn }

/// <summary>An article in a list.</summary>
public record ArticleSummary
{
    [Description("Names the article for ever.")]
    public required Guid Id { get; init; }

    [Description("The code of its edition; empty for the first.")]
    public required string Edition { get; init; }

    [Description("The draft’s headline.")]
    public required string Headline { get; init; }

    [Description("Whether readers can find it.")]
    public required ArticleState State { get; init; }

    [Description("Its path on the paper; absent until it was published.")]
    public string? Url { get; init; }

    [Description("Grows with every save of the draft. Every act names the one it began from.")]
    public required long Revision { get; init; }

    [Description("When it was begun.")]
    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When its draft was saved last.")]
    public required DateTimeOffset SavedAt { get; init; }

    [Description("When it first went out. Publishing again does not change it.")]
    public DateTimeOffset? PublishedAt { get; init; }

    [Description("When readers were last told that it was updated.")]
    public DateTimeOffset? UpdatedAt { get; init; }

    [Description("When it will go out by itself.")]
    public DateTimeOffset? ScheduledFor { get; init; }
}

/// <summary>An article with all that is written in its draft.</summary>
public sealed record ArticleAnswer : ArticleSummary
{
    [SetsRequiredMembers]
    internal ArticleAnswer(ArticleSummary summary) : base(summary) => Content = new();

    public ArticleAnswer() { }

    [Description("The source’s time: nothing goes out before it.")]
    public EmbargoAnswer? Embargo { get; init; }

    [Description("How and why it was taken from the readers.")]
    public WithdrawalAnswer? Withdrawal { get; init; }

    [Description("Whether it is kept out of search engines while readers may read it.")]
    public required bool IsHiddenFromSearchEngines { get; init; }

    [Description("What stands in the draft. It may be ahead of what readers see.")]
    public required ArticleFields Content { get; init; }

    [Description("What did not fit when bodyHtml or bodyMarkdown of this request was read. No text is lost without a note.")]
    public IReadOnlyList<ReadingNoteAnswer>? Notes { get; init; }
}

/// <summary>The source’s time.</summary>
public sealed record EmbargoAnswer
{
    [Description("Nothing goes out before this.")]
    public required DateTimeOffset Until { get; init; }

    [Description("The IANA time zone in which the source gave it.")]
    public required string Zone { get; init; }

    [Description("Who set it.")]
    public required string Source { get; init; }
}

/// <summary>How an article was taken from the readers.</summary>
public sealed record WithdrawalAnswer
{
    [Description("By mistake (404, no notice), as a retraction (200 with a notice) or for legal reasons (410 or 451).")]
    public required WithdrawalKind Kind { get; init; }

    [Description("Why, for the newsroom.")]
    public required string Reason { get; init; }

    [Description("What readers are told.")]
    public required string Notice { get; init; }

    [Description("When.")]
    public required DateTimeOffset At { get; init; }
}

/// <summary>One thing that did not fit when a body was read.</summary>
public sealed record ReadingNoteAnswer
{
    [Description("What sort of thing it was, such as script, style, picture, frame, link, reference.")]
    public required string Kind { get; init; }

    [Description("What became of it, in words for a person.")]
    public required string Message { get; init; }

    [Description("Which one: an address, or the words themselves.")]
    public string? Detail { get; init; }
}
