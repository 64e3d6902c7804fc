using Broadsheet.Accounts;
using Broadsheet.Storage;

namespace Broadsheet.Articles.History;

/// <summary>POST /newsroom/articles/7/versions: keeps the draft as a version, with a reason, and publishes nothing.</summary>
public static class KeepVersion
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/versions", Post).ChecksRevision().Requires(Permission.WriteArticles);

    internal static async Task<IResult> Post(long id, IFormCollection form, Staff staff, Newspaper newspaper, Publication publication, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        await publication.KeepAsync(article, staff.By, form["reason"].ToString().Trim(), stop);
        return Results.Redirect($"/newsroom/articles/{id}/history");
    }
}
