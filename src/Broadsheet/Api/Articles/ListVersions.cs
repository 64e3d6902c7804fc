using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Articles;

/// <summary>GET /api/v1/articles/{id}/versions, and one of them by its number.</summary>
internal static class ListVersions
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/articles/{id:guid}/versions", Get)
            .Requires(Permission.WriteArticles)
            .Describe("listVersions", "List an article’s versions", "Each version that was published or scheduled, the last first, without its text. They are never changed and form a chain of hashes.");
        api.MapGet("/articles/{id:guid}/versions/{number:int}", GetOne)
            .Requires(Permission.WriteArticles)
            .Describe("showVersion", "Read a version", "The version whole. Where the law had it removed, a tombstone stands instead of its content.");
    }

    internal static async Task<Ok<Listed<VersionAnswer>>> Get(Guid id, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var article = await newspaper.FindForAsync(staff, id, stop);
        var versions = await newspaper.ArticleVersions.AsNoTracking().Where(row => row.ArticleId == article.Id).OrderByDescending(row => row.Number).ToListAsync(stop);
        return TypedResults.Ok(new Listed<VersionAnswer> { Items = [.. versions.Select(row => VersionAnswer.Of(row, article, whole: false))] });
    }

    internal static async Task<Ok<VersionAnswer>> GetOne(Guid id, int number, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var article = await newspaper.FindForAsync(staff, id, stop);
        var version = await newspaper.ArticleVersions.AsNoTracking().SingleOrDefaultAsync(row => row.ArticleId == article.Id && row.Number == number, stop);
        return TypedResults.Ok(VersionAnswer.Of(version ?? throw ProblemKind.NotFound.Exception($"The article has no version {number}."), article, whole: true));
    }
}

/// <summary>A version of an article: kept whole, never changed.</summary>
public sealed record VersionAnswer
{
    [Description("From 1, without gaps, within the article.")]
    public required int Number { get; init; }

    [Description("When it was made.")]
    public required DateTimeOffset MadeAt { get; init; }

    [Description("Why it was made, in the editor’s words.")]
    public required string Reason { get; init; }

    [Description("Whether it is what readers see.")]
    public required bool IsPublished { get; init; }

    [Description("SHA-256 over what it is and the hash of the version before it.")]
    public required string Hash { get; init; }

    [Description("The hash of the version before it; empty for the first.")]
    public required string PreviousHash { get; init; }

    [Description("Why its content was destroyed, where the law demanded that.")]
    public string? RemovedBecause { get; init; }

    [Description("What was written. Absent in lists, and where it was destroyed.")]
    public ArticleFields? Content { get; init; }

    internal static VersionAnswer Of(ArticleVersion version, Article article, bool whole) => new()
    {
        Number = version.Number,
        MadeAt = version.MadeAt,
        Reason = version.Reason,
        IsPublished = article.IsPublished && article.PublishedVersionId == version.Id,
        Hash = version.Hash,
        PreviousHash = version.PreviousHash,
        RemovedBecause = version.Tombstone?.Reason,
        Content = whole && version.Tombstone is null ? ArticleAnswers.FieldsOf(version.Content) : null,
    };
}
