using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>POST /newsroom/articles/7/embargo sets the source's time, in the source's zone; …/embargo/removal lifts it with a reason.</summary>
public static class EmbargoArticle
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/articles/{id:long}/embargo", Post).AnswersOnPage("embargo").ChecksRevision().Requires(Permission.PublishArticles);
        newsroom.MapPost("/articles/{id:long}/embargo/removal", Lift).AnswersOnPage("embargo/removal").ChecksRevision().Requires(Permission.PublishArticles);
    }

    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var form = EmbargoForm.Read(fields);
        if (await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        article.SetEmbargo(form.Read(staff.By), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/articles/{id}");
    }

    internal static async Task<Results<RedirectHttpResult, NotFound>> Lift(long id, [FromForm] string? reason, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        article.LiftEmbargo(reason ?? "");
        newspaper.Audit(staff, "lift-embargo", $"article/{id}", reason, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/articles/{id}");
    }
}

public sealed record EmbargoForm
{
    public string? Until { get; init; }
    public string? Zone { get; init; }
    public string? Source { get; init; }

    public static EmbargoForm Read(IFormCollection form) => new() { Until = form["Until"], Zone = form["Zone"], Source = form["Source"] };

    public Embargo Read(long by)
    {
        if (!DateTime.TryParse(Until, CultureInfo.InvariantCulture, out var local)) throw new ArticleException(Text.T("acts.chooseUntil"));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone ?? "", out _)) throw new ArticleException(Text.T("acts.chooseZone"));
        if (string.IsNullOrWhiteSpace(Source)) throw new ArticleException(Text.T("acts.saySource"));
        return new Embargo(LocalClock.InstantOf(local, Zone!), Zone!, Source, by);
    }
}
