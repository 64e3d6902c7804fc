using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Articles;

/// <summary>POST /api/v1/articles/{id}/search-engines</summary>
internal static class HideArticle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/articles/{id:guid}/search-engines", Post)
        .Requires(Permission.PublishArticles)
        .Describe("hideArticle", "Hide an article from search engines", "Readers may still read it. The same call shows it to search engines again.");

    internal static async Task<Ok<ArticleAnswer>> Post(Guid id, Sent<ArticleHiding> sent, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var article = await newspaper.FindForActAsync(staff, id, sent.Value.Revision, stop);
        article.IsHiddenFromSearchEngines = sent.Value.IsHidden;
        if (article.IsPublished) newspaper.Record(new ArticleUpdated(article.Id), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Ok(await newspaper.AnswerAsync(article, null, stop));
    }
}

/// <summary>Whether search engines may list an article.</summary>
public sealed record ArticleHiding
{
    [Description("The revision that was read.")]
    public required long Revision { get; init; }

    [Description("True: kept out of search engines.")]
    public required bool IsHidden { get; init; }
}
