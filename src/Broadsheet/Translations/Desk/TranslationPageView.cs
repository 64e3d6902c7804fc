using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.History;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Pictures;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Translations.Desk;

/// <param name="Own">The story as a translation; null: it is none.</param>
/// <param name="SourceHref">Its page in the newsroom; for who may not see it there, the one that readers see, if they do.</param>
/// <param name="Changes">In what the source differs from the version that was translated; null where nothing is newer, or the law had one of the two destroyed.</param>
/// <param name="Others">What was translated from it, or from the same source.</param>
/// <param name="Found">Stories of other editions that could be its source.</param>
/// <param name="MayEdit">She may say what it is a translation of.</param>
/// <param name="MaySettle">She may say that it is up to date: where readers see the mark, who publishes.</param>
public sealed record TranslationPageView(
    Article Article, IReadOnlyDictionary<long, Edition> Editions, TranslationLine? Own, string? SourceHref, ContentComparison? Changes, IReadOnlyDictionary<Guid, PictureJson> Pictures, IReadOnlyList<TranslationLine> Others,
    IReadOnlyList<Article> Found, string Search, bool IsBeside, bool MayEdit, bool MaySettle, Problems Problems)
{
    private const int Most = 12;

    public string Path => $"/newsroom/articles/{Article.Id}";

    public string Here(string view) => $"{Path}/translation?view={view}";

    public Edition Edition => Editions[Article.EditionId];

    /// <summary>A story that has translations can be none.</summary>
    public bool MayLink => MayEdit && Own is null && Others.Count == 0 && Editions.Count > 1;

    internal static async Task<TranslationPageView> LoadAsync(Article article, string search, bool isBeside, Problems problems, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var editions = await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).ToDictionaryAsync(row => row.Id, stop);
        var lines = await newspaper.Translations.InSetOf(article.Id).LinesAsync(newspaper, stop);
        var own = lines.FirstOrDefault(line => line.Article.Id == article.Id);
        var changes = own is null ? null : await ChangesAsync(own, editions[own.Source.EditionId], newspaper, stop);
        var mayEdit = article.MayBeEditedBy(staff);
        var found = own is null && lines.Count == 0 && mayEdit && editions.Count > 1 ? await FoundAsync(article, search, newspaper, clock.GetUtcNow(), stop) : [];
        var maySettle = mayEdit && (own is not { Standing.IsUrgent: true } || !article.IsPublished || await newspaper.MayPublishAsync(article, staff, stop));
        return new(article, editions, own, own is null ? null : await HrefAsync(own.Source, editions[own.Source.EditionId], staff, newspaper, stop), changes, await CompareVersions.PicturesAsync(changes, newspaper, stop), [.. lines.Where(line => line != own)], found, search, isBeside, mayEdit, maySettle, problems);
    }

    private static async Task<string?> HrefAsync(Article source, Edition edition, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (source.IsVisibleTo(staff)) return $"/newsroom/articles/{source.Id}";
        var section = await newspaper.Sections.Where(row => row.Id == source.SectionId).Select(row => row.Slug).SingleOrDefaultAsync(stop);
        return source.IsPublished && section is not null ? edition.ForPaper().At(PaperOrigin.Path(section, source.Slug)) : null;
    }

    private static async Task<ContentComparison?> ChangesAsync(TranslationLine line, Edition edition, Newspaper newspaper, CancellationToken stop)
    {
        if (line.Shown is not { } shown || shown == line.Link.FromVersion) return null;
        var before = await VersionPoint.FindAsync(line.Link.FromVersion.ToString(CultureInfo.InvariantCulture), line.Source, newspaper, stop);
        var after = await VersionPoint.FindAsync(shown.ToString(CultureInfo.InvariantCulture), line.Source, newspaper, stop);
        return before?.Content is { } was && after?.Content is { } now
            ? ContentComparison.Of(was, now, await newspaper.NamesInAsync(edition, stop, was, now), TimeZoneInfo.FindSystemTimeZoneById(edition.TimeZone)) : null;
    }

    private static async Task<IReadOnlyList<Article>> FoundAsync(Article article, string search, Newspaper newspaper, DateTimeOffset now, CancellationToken stop)
    {
        var links = newspaper.Translations;
        return await newspaper.Articles.AsNoTracking().Published(now).Where(row => row.EditionId != article.EditionId).MatchingAsPublished(search)
            .Where(row => !links.Any(link => link.ArticleId == row.Id || (link.SourceId == row.Id && link.EditionId == article.EditionId)))
            .LatestFirst().Take(Most).ToListAsync(stop);
    }
}
