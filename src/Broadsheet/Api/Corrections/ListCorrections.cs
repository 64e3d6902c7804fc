using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Api.Articles;
using Broadsheet.Api.Editions;
using Broadsheet.Corrections;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Corrections;

/// <summary>GET /api/v1/corrections, and those of one article.</summary>
internal static class ListCorrections
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/corrections", Get)
            .Requires(Permission.EditAnyArticle)
            .Describe("listCorrections", "List corrections", "Everything the paper said about its own stories, updates included, the last first.");
        api.MapGet("/articles/{id:guid}/corrections", GetOf)
            .Requires(Permission.WriteArticles)
            .Describe("listArticleCorrections", "List an article’s corrections", "What the paper said about a story, in the order in which it did, with every wording it had.");
    }

    internal static async Task<Ok<Listed<CorrectionAnswer>>> Get(
        [AsParameters] ListQuery part, [Description("Only this edition’s, by id or code.")] string? edition, HttpRequest request, Newspaper newspaper, CancellationToken stop)
    {
        var (start, chosen) = (part.Start, edition is null ? null : await newspaper.FindEditionAsync(edition, stop));
        var found = await newspaper.Corrections.AsNoTracking().Include(row => row.Earlier).Where(row => (start == 0 || row.Id < start) && (chosen == null || row.EditionId == chosen.Id)).OrderByDescending(row => row.Id).PartAsync(part, stop);
        var ids = found.Select(row => row.ArticleId).ToHashSet();
        var articles = await newspaper.Set<Broadsheet.Articles.Article>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.PublicId, stop);
        return TypedResults.Ok(part.Part(found, row => row.Id, row => CorrectionAnswer.Of(row, articles[row.ArticleId]), request));
    }

    internal static async Task<Ok<Listed<CorrectionAnswer>>> GetOf(Guid id, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var article = await newspaper.FindForAsync(staff, id, stop);
        return TypedResults.Ok(new Listed<CorrectionAnswer> { Items = [.. (await newspaper.CorrectionsOf(article.Id).ToListAsync(stop)).Select(row => CorrectionAnswer.Of(row, id))] });
    }
}
