using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Articles;

/// <summary>POST /api/v1/articles/{id}/schedule; …/schedule/removal takes it back.</summary>
internal static class ScheduleArticle
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/articles/{id:guid}/schedule", Post)
            .Requires(Permission.PublishArticles)
            .Describe("scheduleArticle", "Schedule an article", "Makes a version of the draft that goes out by itself at a time. What is saved afterwards does not go out with it.");
        api.MapPost("/articles/{id:guid}/schedule/removal", Remove)
            .Requires(Permission.PublishArticles)
            .Describe("unscheduleArticle", "Take a schedule back", "The article stays as it is; nothing goes out by itself any more.");
    }

    internal static async Task<Ok<ArticleAnswer>> Post(Guid id, Sent<ArticleSchedule> sent, Staff staff, Newspaper newspaper, Publication publication, CancellationToken stop)
    {
        var article = await newspaper.FindForActAsync(staff, id, sent.Value.Revision, stop);
        await publication.ScheduleAsync(article, sent.Value.At.ToUniversalTime(), staff.By, stop);
        return TypedResults.Ok(await newspaper.AnswerAsync(article, null, stop));
    }

    internal static async Task<Ok<ArticleAnswer>> Remove(Guid id, Sent<ArticleRevision> sent, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var article = await newspaper.FindForActAsync(staff, id, sent.Value.Revision, stop);
        article.Unschedule();
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Ok(await newspaper.AnswerAsync(article, null, stop));
    }
}

/// <summary>When an article goes out.</summary>
public sealed record ArticleSchedule
{
    [Description("The revision to send out: the one that was read.")]
    public required long Revision { get; init; }

    [Description("The time, with its offset from UTC.")]
    public required DateTimeOffset At { get; init; }
}

/// <summary>An act that needs nothing but the revision it began from.</summary>
public sealed record ArticleRevision
{
    [Description("The revision that was read.")]
    public required long Revision { get; init; }
}
