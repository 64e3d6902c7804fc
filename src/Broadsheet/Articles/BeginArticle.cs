using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>POST /newsroom/articles begins a story, in the first edition unless another is named.</summary>
public static class BeginArticle
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles", Post).Requires(Permission.WriteArticles);

    internal static async Task<IResult> Post(HttpRequest request, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        var editions = await newspaper.Editions.OrderBy(row => row.Position).ToListAsync(stop);
        var edition = editions.FirstOrDefault(row => row.Code == form["Edition"]) ?? editions.FirstOrDefault()
            ?? throw new RefusalException(Text.T("article.noEdition"));

        var article = new Article(edition.Id, clock.GetUtcNow()) { CreatedBy = staff.By };
        newspaper.Articles.Add(article);
        await newspaper.SaveChangesAsync(stop);
        return Results.Redirect($"/newsroom/articles/{article.Id}");
    }
}
