using Broadsheet.Document;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Articles;

public sealed partial class Article
{
    /// <summary>When it will go out by itself. Null: not scheduled.</summary>
    [StaysInNewsroom]
    public DateTimeOffset? ScheduledFor { get; private set; }

    /// <summary>The version that was scheduled: what is typed afterwards does not go out unread.</summary>
    [StaysInNewsroom]
    public long? ScheduledVersionId { get; private set; }

    /// <summary>Who chose that time, or the last one: whoever counts on it. A member of staff, or a token as a negative number.</summary>
    [StaysInNewsroom]
    public long? ScheduledBy { get; private set; }

    /// <summary>Shows <paramref name="version"/> to readers.</summary>
    /// <param name="places">The version's section, topics and contributors, looked up.</param>
    /// <param name="saysUpdated">Whether readers are told that the story changed.</param>
    /// <exception cref="EmbargoException">Before the source's time.</exception>
    public void Publish(ArticleVersion version, ArticleContent content, ArticlePlaces places, DateTimeOffset now, bool saysUpdated = false)
    {
        if (PublishedAt is null && IsUnderEmbargoAt(now)) throw new EmbargoException(Embargo!);
        if (Withdrawal is { Kind: WithdrawalKind.Legal }) throw new ArticleException(Text.T("article.removedForGood"));

        // The first publication time is what the dateline, the feeds and the archive show;
        // publishing again after a withdrawal must not move a story to the top of the feeds.
        if (PublishedAt is null) PublishedAt = now;
        else if (saysUpdated) UpdatedAt = now;

        PublishedVersionId = version.Id;
        ScheduledFor = null;
        ScheduledVersionId = null;
        Withdrawal = null;
        Show(content, places);
        Touch();
    }

    /// <summary>Sends <paramref name="version"/> out at <paramref name="at"/>.</summary>
    public void Schedule(ArticleVersion version, DateTimeOffset at, long by, DateTimeOffset now)
    {
        if (at <= now) throw new ArticleException(Text.T("acts.timeHasPassed"));
        if (PublishedAt is null && IsUnderEmbargoAt(at)) throw new EmbargoException(Embargo!);
        ScheduledFor = at;
        ScheduledVersionId = version.Id;
        ScheduledBy = by;
        Touch();
    }

    /// <summary>What waits for its time goes on waiting, after something else went out meanwhile.</summary>
    internal void KeepSchedule(DateTimeOffset? at, long? version)
    {
        (ScheduledFor, ScheduledVersionId) = (at, version);
        Touch();
    }

    public void Unschedule()
    {
        ScheduledFor = null;
        ScheduledVersionId = null;
        Touch();
    }

    /// <summary>
    /// Looks as it would if <paramref name="content"/> went out now. For a copy that nobody saves: no rule is asked, and a
    /// withdrawal is laid aside, since a draft is what is looked at.
    /// </summary>
    internal void ShowAsPreview(ArticleContent content, ArticlePlaces places, DateTimeOffset now)
    {
        PublishedAt ??= now;
        Withdrawal = null;
        Show(content, places);
    }

    private void Show(ArticleContent content, ArticlePlaces places)
    {
        Headline = content.Headline;
        ShortHeadline = content.ShortHeadline;
        Standfirst = content.Standfirst;
        Slug = places.Slug;
        SectionId = places.SectionId;
        SeriesId = places.Series;
        Kind = content.Kind;
        Payer = content.Payer;
        IsSensitive = content.IsSensitive;
        LeadPicture = content.LeadPicture;
        Bylines = content.Bylines;
        Source = content.Source;
        RightsEnd = content.Source?.RightsEnd;
        Words = WordsIn(content.Body.ForPublication());

        var at = PublishedAt!.Value;
        Replace(Topics, places.Topics.Select(id => new ArticleTopic(id, at)), row => row.TopicId);
        Replace(Contributors, places.Contributors.Select(id => new ArticleContributor(id, at)), row => row.ContributorId);
        Replace(Sections, places.AlsoIn.Prepend(places.SectionId).Select(id => new ArticleSection(id, at)), row => row.SectionId);
        KeepPicturesOf(content);
    }

    internal static int WordsIn(PublishedDocument body) => body.AllBlocks.OfType<TextBlock>()
        .Sum(block => string.Concat(block.Content.OfType<TextRun>().Select(run => run.Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    // Rows that stay are left alone: replacing them all would delete and insert the same key in one save.
    private static void Replace<T>(ICollection<T> rows, IEnumerable<T> wanted, Func<T, long> key)
    {
        var byKey = wanted.DistinctBy(key).ToDictionary(key);
        foreach (var gone in rows.Where(row => !byKey.ContainsKey(key(row))).ToList()) rows.Remove(gone);
        var there = rows.Select(key).ToHashSet();
        foreach (var (id, row) in byKey.Where(pair => !there.Contains(pair.Key))) rows.Add(row);
    }
}

/// <summary>Where a version stands, by keys inside.</summary>
public sealed record ArticlePlaces(long SectionId, string Slug, IReadOnlyList<long> Topics, IReadOnlyList<long> Contributors, IReadOnlyList<long> AlsoIn, long? Series = null);
