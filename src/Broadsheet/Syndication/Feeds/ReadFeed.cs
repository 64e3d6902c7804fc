using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Feeds;

/// <summary>
/// /feed.xml, /feed.atom, /feed.json: the edition's newest stories; the same under /politics, /topic/harbour, /by/ida-holm and /series/night-work: those of a section, a topic,
/// a contributor and a series. /politics/feed/2026-11-2.atom: what one of them held before.
/// </summary>
internal static class ReadFeed
{
    public static void Map(IEndpointRouteBuilder paper)
    {
        Map(paper, "", (_, request) => OfEdition(request));
        Map(paper, "/{slug}", OfSection);
        Map(paper, "/topic/{slug}", OfTopic);
        Map(paper, "/by/{slug}", OfContributor);
        Map(paper, "/series/{slug}", OfSeries);
    }

    private static void Map(IEndpointRouteBuilder paper, string page, Func<string, FeedRequest, Task<IResult>> answer)
    {
        string[] reading = ["GET", "HEAD"];
        foreach (var format in FeedFormat.OfStories)
            paper.MapMethods($"{page}/{format.File}", reading, (string? slug, [AsParameters] FeedRequest request) => answer(slug ?? "", request with { Format = format }));
        paper.MapMethods($"{page}/feed/{{archive}}", reading, async (string? slug, string archive, [AsParameters] FeedRequest request) =>
            archive.Split('.') is [var name, var extension] && FeedFormat.Named(extension) is { } format && ArchivePart.Parse(name) is { } part
                ? await answer(slug ?? "", request with { Format = format, Part = part })
                : await request.NothingAsync());
    }

    private static async Task<IResult> OfEdition(FeedRequest request) =>
        request.Edition is { } edition
            ? await request.AnswerAsync(FeedChannel.Of(edition.ForPaper()), during => request.Newspaper.Latest(edition.Id, request.Now, during))
            : await request.NothingAsync();

    private static async Task<IResult> OfSection(string slug, FeedRequest request) =>
        request.Edition is { } edition && await request.Newspaper.Sections.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == slug.Normalize(), request.Stop) is { } section
            ? await request.AnswerAsync(FeedChannel.Of(edition.ForPaper(), section)!, during => request.Newspaper.LatestInSection(section.Id, request.Now, during))
            : await request.NothingAsync();

    private static async Task<IResult> OfTopic(string slug, FeedRequest request) =>
        request.Edition is { } edition && await request.Newspaper.Topics.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == slug.Normalize(), request.Stop) is { } topic
            ? await request.AnswerAsync(FeedChannel.Of(edition.ForPaper(), topic)!, during => request.Newspaper.LatestOnTopic(topic.Id, request.Now, during))
            : await request.NothingAsync();

    private static async Task<IResult> OfSeries(string slug, FeedRequest request) =>
        request.Edition is { } edition && await request.Newspaper.StorySeries.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == slug.Normalize(), request.Stop) is { } series
            ? await request.AnswerAsync(FeedChannel.Of(edition.ForPaper(), series)!, during => request.Newspaper.LatestInSeries(series.Id, request.Now, during))
            : await request.NothingAsync();

    private static async Task<IResult> OfContributor(string slug, FeedRequest request) =>
        request.Edition is { } edition && await request.Newspaper.Contributors.AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug.Normalize() && !row.IsHidden, request.Stop) is { } who
            ? await request.AnswerAsync(FeedChannel.Of(edition.ForPaper(), who)!, during => request.Newspaper.LatestBy(who.Id, request.Now, during).InEdition(edition.Id))
            : await request.NothingAsync();
}
