using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Articles;

/// <summary>POST /api/v1/articles/{id}/publication</summary>
internal static class PublishArticle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/articles/{id:guid}/publication", Post)
        .Requires(Permission.PublishArticles)
        .Describe("publishArticle", "Publish an article", "Makes a version of the draft and shows it to readers, now; a schedule falls away. Publishing again keeps the first time.");

    internal static async Task<Ok<ArticleAnswer>> Post(Guid id, Sent<ArticlePublication> sent, Staff staff, Newspaper newspaper, Publication publication, CancellationToken stop)
    {
        var article = await newspaper.FindForActAsync(staff, id, sent.Value.Revision, stop);
        await publication.PublishAsync(article, staff.By, sent.Value.Reason ?? "", sent.Value.SaysUpdated, stop);
        return TypedResults.Ok(await newspaper.AnswerAsync(article, null, stop));
    }
}

/// <summary>A publication.</summary>
public sealed record ArticlePublication
{
    [Description("The revision to publish: the one that was read. When somebody has saved since, the answer is 409.")]
    public required long Revision { get; init; }

    [Description("Why this version is made, for the history.")]
    public string? Reason { get; init; }

    [Description("Whether readers are told that the story was updated, when it is out already.")]
    public bool SaysUpdated { get; init; }
}
