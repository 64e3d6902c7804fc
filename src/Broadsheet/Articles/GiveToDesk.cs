using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Articles;

/// <summary>POST /newsroom/articles/7/desk: the story becomes another desk's; with no desk, its writer's alone.</summary>
public static class GiveToDesk
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/desk", Post).AnswersOnPage("desk").ChecksRevision().Requires(Permission.EditDeskArticles);

    internal static async Task<IResult> Post(long id, [FromForm] string? desk, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.FindAsync([id], stop) is not { } article) return TypedResults.NotFound();
        var given = long.TryParse(desk, CultureInfo.InvariantCulture, out var chosen) ? await newspaper.Desks.FindAsync([chosen], stop) : null;

        article.GiveTo(given);
        newspaper.Audit(staff, "given-to-desk", $"article/{article.PublicId}", given?.Name, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        // She may just have given it away.
        return TypedResults.Redirect(article.MayBeEditedBy(staff) ? $"/newsroom/articles/{id}" : "/newsroom/articles");
    }
}
