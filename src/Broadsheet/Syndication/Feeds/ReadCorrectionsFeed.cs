using Broadsheet.Articles.Reading;
using Broadsheet.Corrections;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Feeds;

/// <summary>/corrections/feed.xml, .atom, .json: what an edition put right last.</summary>
internal static class ReadCorrectionsFeed
{
    private const int Length = 50;

    public static void Map(IEndpointRouteBuilder paper)
    {
        foreach (var format in FeedFormat.All)
            paper.MapMethods($"/corrections/{format.File}", ["GET", "HEAD"], (HttpContext http, Newspaper newspaper, ReaderWords words, PaperOrigin origin, TimeProvider clock, CancellationToken stop) =>
                Get(format, http, newspaper, words, origin, clock, stop));
    }

    private static async Task<IResult> Get(FeedFormat format, HttpContext http, Newspaper newspaper, ReaderWords words, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        var found = await newspaper.WithStoriesAsync(await newspaper.LedgerOf(edition.Id).Take(Length).ToListAsync(stop), paper, clock.GetUtcNow(), stop);
        string Say(string key) => words.Say(paper, key);
        var channel = FeedChannel.OfCorrections(paper, Say("corrections.title"), Say("corrections.description"));
        var entries = found.Select(entry => Entry(entry, Say(entry.View.KindLabel), Say("corrections.gone"), channel, origin));
        return format.Answer(new Feed(channel, [.. entries]) { Hubs = (await newspaper.SettingAsync<FeedHubs>(stop)).Hubs }, origin);
    }

    private static FeedEntry Entry(LedgerEntry entry, string label, string gone, FeedChannel channel, PaperOrigin origin)
    {
        var (correction, story) = (entry.Correction, entry.Story);
        return new()
        {
            Id = FeedId.Of($"correction/{correction.PublicId}"),
            Title = story.IsGone ? label : $"{label}: {story.Headline}",
            Link = $"{origin.Whole(story.IsGone ? channel.Page : story.Href)}#{entry.View.Anchor}",
            Published = correction.MadeAt,
            Updated = correction.ChangedAt,
            Categories = [label],
            Summary = story.IsGone ? gone : correction.Text,
        };
    }
}
