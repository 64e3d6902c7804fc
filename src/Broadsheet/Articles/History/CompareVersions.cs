using Broadsheet.Accounts;
using Broadsheet.Document.Comparing;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.History;

/// <summary>GET /newsroom/articles/7/history/comparison?from=2&amp;to=draft&amp;view=side: any two points, in line or side by side.</summary>
public static class CompareVersions
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles/{id:long}/history/comparison", Get).Requires(Permission.WriteArticles);

    internal static async Task<IResult> Get(long id, string? from, string? to, string? view, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var numbers = await newspaper.ArticleVersions.Where(row => row.ArticleId == id).OrderBy(row => row.Number).Select(row => row.Number).ToListAsync(stop);
        // Unasked: what has changed in the draft since the last version.
        var last = await VersionPoint.FindAsync(to is { Length: > 0 } ? to : VersionPoint.Draft, article, newspaper, stop);
        var first = await VersionPoint.FindAsync(from is { Length: > 0 } ? from : numbers.Count == 0 ? VersionPoint.Draft : $"{numbers[^1]}", article, newspaper, stop);
        if (first is null || last is null) return Results.NotFound();

        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var comparison = first.Content is { } before && last.Content is { } after
            ? ContentComparison.Of(before, after, await newspaper.NamesInAsync(edition, stop, before, after), TimeZoneInfo.FindSystemTimeZoneById(edition.TimeZone)) : null;
        return Page.Of<ComparisonPage, ComparisonView>(new(article, edition, first, last, numbers, comparison, await PicturesAsync(comparison, newspaper, stop), IsBeside: view == "side"));
    }

    /// <summary>The pictures that a comparison shows, by id.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, PictureJson>> PicturesAsync(ContentComparison? comparison, Newspaper newspaper, CancellationToken stop)
    {
        if (comparison is null) return new Dictionary<Guid, PictureJson>();
        var named = comparison.Body.Lines.Where(line => line.Kind == LineKind.Picture).SelectMany(line => new[] { line.TargetBefore, line.TargetAfter }).Where(target => target.Length > 0).Select(Guid.Parse);
        Guid?[] lead = comparison.Picture is { } picture ? [picture.Before, picture.After] : [];
        return (await newspaper.Pictures.ByPublicIdAsync([.. named.Concat(lead.OfType<Guid>()).Distinct()], stop)).ToDictionary(row => row.Key, row => PictureJson.Of(row.Value));
    }
}

/// <param name="Numbers">Of all versions, to choose among.</param>
/// <param name="Comparison">Null where the law had one of the two destroyed.</param>
public sealed record ComparisonView(
    Article Article, Edition Edition, VersionPoint From, VersionPoint To, IReadOnlyList<int> Numbers, ContentComparison? Comparison, IReadOnlyDictionary<Guid, PictureJson> Pictures, bool IsBeside)
{
    public string Path => $"/newsroom/articles/{Article.Id}";

    public string Here(string view) => $"{Path}/history/comparison?from={From.Name}&to={To.Name}&view={view}";
}
