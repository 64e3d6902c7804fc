using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;

namespace Broadsheet.Translations.Desk;

/// <summary>GET /newsroom/translations?edition=2: what is behind its original, the urgent first; then the newest of the others.</summary>
public static class ListTranslations
{
    private const int Most = 50;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/translations", Get).Requires(Permission.EnterNewsroom);

    internal static async Task<IResult> Get(string? edition, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        var chosen = long.TryParse(edition, CultureInfo.InvariantCulture, out var id) ? editions.FirstOrDefault(row => row.Id == id) : null;
        var visible = newspaper.Articles.VisibleTo(staff);
        var hers = newspaper.Translations.Where(link => visible.Any(article => article.Id == link.ArticleId));
        if (chosen is not null) hers = hers.Where(link => link.EditionId == chosen.Id);

        var behind = (await hers.PerhapsBehind(newspaper).LinesAsync(newspaper, stop)).Where(line => line.Standing.State != OriginalState.Same).ToList();
        var late = behind.Select(line => line.Link.Id).ToList();
        var others = await hers.Where(link => !late.Contains(link.Id)).OrderByDescending(link => link.Id).Take(Most).LinesAsync(newspaper, stop);
        return Page.Of<ListTranslationsPage, ListTranslationsView>(new(behind, [.. others.OrderByDescending(line => line.Link.Id)], editions, chosen));
    }
}

/// <param name="Chosen">The edition whose translations these are; null: all.</param>
public sealed record ListTranslationsView(IReadOnlyList<TranslationLine> Behind, IReadOnlyList<TranslationLine> Others, IReadOnlyList<Edition> Editions, Edition? Chosen)
{
    public IReadOnlyDictionary<long, Edition> ById => Editions.ToDictionary(row => row.Id);

    public IEnumerable<Choice> Choices => Editions.Select(row => new Choice($"{row.Id}", TranslationWords.Of(row)));
}
