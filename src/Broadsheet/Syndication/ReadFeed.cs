using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication;

/// <summary>
/// /feed.xml: the edition's newest stories in full; /politics/feed.xml, /topic/harbour/feed.xml and /by/ida-holm/feed.xml:
/// those of a section, a topic and a contributor.
/// </summary>
internal static class ReadFeed
{
    public static void Map(IEndpointRouteBuilder paper)
    {
        string[] reading = ["GET", "HEAD"];
        paper.MapMethods("/feed.xml", reading, OfEdition);
        paper.MapMethods("/{slug}/feed.xml", reading, OfSection);
        paper.MapMethods("/topic/{slug}/feed.xml", reading, OfTopic);
        paper.MapMethods("/by/{slug}/feed.xml", reading, OfContributor);
    }

    internal static async Task<IResult> OfEdition([AsParameters] FeedRequest request) =>
        request.Edition is { } edition
            ? await request.AnswerAsync(FeedChannel.Of(edition.ForPaper()), request.Newspaper.Latest(edition.Id, request.Now))
            : await request.NothingAsync();

    internal static async Task<IResult> OfSection(string slug, [AsParameters] FeedRequest request) =>
        request.Edition is { } edition && await request.Newspaper.Sections.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == slug.Normalize(), request.Stop) is { } section
            ? await request.AnswerAsync(FeedChannel.Of(edition.ForPaper(), section)!, request.Newspaper.LatestInSection(section.Id, request.Now))
            : await request.NothingAsync();

    internal static async Task<IResult> OfTopic(string slug, [AsParameters] FeedRequest request) =>
        request.Edition is { } edition && await request.Newspaper.Topics.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == slug.Normalize(), request.Stop) is { } topic
            ? await request.AnswerAsync(FeedChannel.Of(edition.ForPaper(), topic)!, request.Newspaper.LatestOnTopic(topic.Id, request.Now))
            : await request.NothingAsync();

    internal static async Task<IResult> OfContributor(string slug, [AsParameters] FeedRequest request) =>
        request.Edition is { } edition && await request.Newspaper.Contributors.AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug.Normalize() && !row.IsHidden, request.Stop) is { } who
            ? await request.AnswerAsync(FeedChannel.Of(edition.ForPaper(), who)!, request.Newspaper.LatestBy(who.Id, request.Now).InEdition(edition.Id))
            : await request.NothingAsync();
}

/// <summary>What every feed is made with.</summary>
/// <remarks>Services are named as such: the compiler's binding would say of each other that it may come as JSON, and routing would pass the feed by.</remarks>
internal sealed record FeedRequest(
    HttpContext Http, [FromServices] Newspaper Newspaper, [FromServices] FeedStories Stories, [FromServices] PaperOrigin Origin, [FromServices] TimeProvider Clock, CancellationToken Stop)
{
    public Edition? Edition => Http.Edition;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <param name="articles">In the order of the list.</param>
    public async Task<IResult> AnswerAsync(FeedChannel channel, IQueryable<Article> articles)
    {
        var found = await Stories.OfAsync(articles, Edition!, Stop);
        return MachineAnswer.Of(FeedFile.Of(channel, found, Origin), "application/rss+xml; charset=utf-8", FeedFile.ChangedAt(found));
    }

    /// <summary>The new address of what moved, else a page that says there is nothing.</summary>
    public Task<IResult> NothingAsync() => Missing.AnswerAsync(Http, Newspaper, Stop);
}
