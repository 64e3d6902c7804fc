using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Articles;

/// <summary>POST /api/v1/articles/{id}/embargo; …/embargo/removal lifts it.</summary>
internal static class EmbargoArticle
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/articles/{id:guid}/embargo", Post)
            .Requires(Permission.PublishArticles)
            .Describe("embargoArticle", "Set an embargo", "The source’s time: nothing goes out before it by any road. It never hides a story that is out.");
        api.MapPost("/articles/{id:guid}/embargo/removal", Lift)
            .Requires(Permission.PublishArticles)
            .Describe("liftEmbargo", "Lift an embargo", "Before its time, for a reason that stays on record.");
    }

    internal static async Task<Ok<ArticleAnswer>> Post(Guid id, Sent<ArticleEmbargo> sent, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var (asked, check) = (sent.Value, new Asking());
        var article = await newspaper.FindForActAsync(staff, id, asked.Revision, stop);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(asked.Zone, out _)) check.Wrong("zone", "Give the time zone by its IANA name, such as Asia/Jerusalem.");
        if (string.IsNullOrWhiteSpace(asked.Source)) check.Wrong("source", "Say who set the embargo.");
        check.Done();

        article.SetEmbargo(new(asked.Until.ToUniversalTime(), asked.Zone, Asking.Words(asked.Source), staff.By), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Ok(await newspaper.AnswerAsync(article, null, stop));
    }

    internal static async Task<Ok<ArticleAnswer>> Lift(Guid id, Sent<EmbargoLifting> sent, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var article = await newspaper.FindForActAsync(staff, id, sent.Value.Revision, stop);
        article.LiftEmbargo(sent.Value.Reason);
        newspaper.Audit(staff, "lift-embargo", $"article/{id}", sent.Value.Reason, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Ok(await newspaper.AnswerAsync(article, null, stop));
    }
}

/// <summary>The source’s time.</summary>
public sealed record ArticleEmbargo
{
    [Description("The revision that was read.")]
    public required long Revision { get; init; }

    [Description("Nothing goes out before this time, given with its offset from UTC.")]
    public required DateTimeOffset Until { get; init; }

    [Description("The IANA time zone in which the source gave it.")]
    public required string Zone { get; init; }

    [Description("Who set it, as the newsroom calls them.")]
    public required string Source { get; init; }
}

/// <summary>Why an embargo is lifted.</summary>
public sealed record EmbargoLifting
{
    [Description("The revision that was read.")]
    public required long Revision { get; init; }

    [Description("Why, for the log of acts.")]
    public required string Reason { get; init; }
}
