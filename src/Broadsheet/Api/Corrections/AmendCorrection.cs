using Broadsheet.Accounts;
using Broadsheet.Corrections;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Corrections;

/// <summary>PATCH /api/v1/corrections/{id}</summary>
internal static class AmendCorrection
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/corrections/{id:guid}", Patch)
        .Requires(Permission.PublishArticles)
        .Describe("amendCorrection", "Amend a correction", "Says it in other words, or makes it another kind. What it said before stays beside it, for readers too.");

    internal static async Task<Ok<CorrectionAnswer>> Patch(Guid id, Sent<CorrectionAmendment> sent, Staff staff, Newspaper newspaper, CorrectionDesk desk, CancellationToken stop)
    {
        var correction = await newspaper.Corrections.Include(row => row.Earlier).SingleOrDefaultAsync(row => row.PublicId == id, stop) ?? throw ProblemKind.NotFound.Exception($"There is no correction {id}.");
        var asked = sent.Value;
        await desk.AmendAsync(correction, asked.Kind ?? correction.Kind, asked.Text ?? correction.Text, asked.Why ?? "", asked.Revision, staff, stop);
        var article = await newspaper.Set<Broadsheet.Articles.Article>().Where(row => row.Id == correction.ArticleId).Select(row => row.PublicId).SingleAsync(stop);
        return TypedResults.Ok(CorrectionAnswer.Of(correction, article));
    }
}
