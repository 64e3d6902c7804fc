using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Trust.Machines;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Syndication.Feeds;

/// <summary>What every feed of stories is made with.</summary>
/// <remarks>Services are named as such: the compiler's binding would say of each other that it may come as JSON, and routing would pass the feed by.</remarks>
internal sealed record FeedRequest(
    HttpContext Http, [FromServices] Newspaper Newspaper, [FromServices] FeedStories Stories, [FromServices] PaperOrigin Origin, [FromServices] TimeProvider Clock, CancellationToken Stop)
{
    public Edition? Edition => Http.Edition;

    public DateTimeOffset Now { get; } = Clock.GetUtcNow();

    internal FeedFormat Format { get; init; } = FeedFormat.Rss;

    /// <summary>Which archive is asked for; null: the feed itself.</summary>
    internal ArchivePart? Part { get; init; }

    /// <param name="list">The stories of all time or of some, in the order of the list.</param>
    public async Task<IResult> AnswerAsync(FeedChannel channel, Func<PublishedDuring?, IQueryable<Article>> list)
    {
        var archive = new FeedArchive(list, Now);
        if (Part is not { } part) return await AnswerAsync(channel, await NewestAsync(list, archive));
        return await archive.ReadAsync(part, Stop) is { } found ? await AnswerAsync(channel, found) : await NothingAsync();
    }

    private async Task<IResult> AnswerAsync(FeedChannel channel, (IReadOnlyList<Article> Stories, ArchivePlace Place) found) => Format.Answer(
        new Feed(channel, await Stories.OfAsync(found.Stories, Edition!, Stop))
        {
            Archive = found.Place,
            Hubs = (await Newspaper.SettingAsync<FeedHubs>(Stop)).Hubs,
            Terms = Format == FeedFormat.Ninjs ? await Newspaper.SettingAsync<MachineTerms>(Stop) : null,
        }, Origin);

    private async Task<(IReadOnlyList<Article> Stories, ArchivePlace Place)> NewestAsync(Func<PublishedDuring?, IQueryable<Article>> list, FeedArchive archive)
    {
        var (shown, looked) = await Stories.NewestAsync(list(null), Stop);
        // The first that is not in the feed is the last of an archive.
        var left = shown.Count < ArchivePart.Length ? null : looked.SkipWhile(article => article != shown[^1]).Skip(1).FirstOrDefault();
        return (shown, left is null ? ArchivePlace.None : new(null, await archive.PartOfAsync(left, Stop), null));
    }

    /// <summary>The new address of what moved, else a page that says there is nothing.</summary>
    public Task<IResult> NothingAsync() => Missing.AnswerAsync(Http, Newspaper, Stop);
}
