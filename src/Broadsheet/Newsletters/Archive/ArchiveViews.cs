using Broadsheet.Articles.Reading;
using Broadsheet.Paper.Views;

namespace Broadsheet.Newsletters.Archive;

/// <summary>A newsletter's own page: what it is, a form to sign up, and what it sent.</summary>
public sealed class NewsletterPageView(NewsletterView letter, bool isOpen, IReadOnlyList<SentIssueView> issues) : View
{
    public NewsletterView Letter => letter;

    /// <summary>Whether readers can sign up for it.</summary>
    public bool IsOpen => isOpen;

    /// <summary>What it sent, the latest first.</summary>
    public IReadOnlyList<SentIssueView> Issues => issues;
}

/// <summary>An issue in the list of what was sent.</summary>
public sealed class SentIssueView(string subject, string href, DateTimeOffset sent) : View
{
    public string Subject => subject;
    public string Href => href;
    public DateTimeOffset Sent => sent;
}

/// <summary>A sent issue on the web.</summary>
public sealed class IssuePageView(ArchivedIssue issue, NewsletterView letter, string subject, IReadOnlyList<StoryView> stories, PictureOnPageView? picture) : View
{
    /// <summary>The newsletter it is of.</summary>
    public NewsletterView Letter => letter;

    public string Subject => subject;

    /// <summary>Above the words; null: none.</summary>
    public PictureOnPageView? Picture => picture;

    /// <summary>The words before the stories.</summary>
    public IReadOnlyList<string> Paragraphs => issue.Intro.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<StoryView> Stories => stories;
    public DateTimeOffset Sent => issue.SentAt;
}
