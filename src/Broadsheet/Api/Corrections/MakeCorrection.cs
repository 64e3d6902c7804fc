using Broadsheet.Accounts;
using Broadsheet.Api.Articles;
using Broadsheet.Api.Repeats;
using Broadsheet.Corrections;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Corrections;

/// <summary>POST /api/v1/articles/{id}/corrections</summary>
internal static class MakeCorrection
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/articles/{id:guid}/corrections", Post)
        .Requires(Permission.PublishArticles)
        .Describe("makeCorrection", "Make a correction", "Says something about a published article, on its page and, unless it is an update, at /corrections and in the ledger’s feed. The text of the article stays as it is.")
        .Once();

    internal static async Task<Created<CorrectionAnswer>> Post(Guid id, Sent<NewCorrection> sent, Staff staff, Newspaper newspaper, CorrectionDesk desk, CancellationToken stop)
    {
        var article = await newspaper.FindForAsync(staff, id, stop);
        var correction = await desk.AddAsync(article, sent.Value.Kind, sent.Value.Text, staff, stop);
        return TypedResults.Created($"/api/v1/articles/{id}/corrections", CorrectionAnswer.Of(correction, id));
    }
}
