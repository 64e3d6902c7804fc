using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Press;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

/// <param name="Old">Stored pages that a reader would have been given although a fresh one is another. Must be 0.</param>
/// <param name="Remade">Pages taken for old after an edit.</param>
/// <param name="Needless">Of those, pages that came out as they were.</param>
/// <param name="TypoRemade">Pages taken for old after a typo was mended in an old story.</param>
public sealed record FreshnessFigures(int Pages, int Edits, int Old, int Remade, int Needless, int TypoRemade);

/// <summary>
/// Edits of every kind on a running paper, in random order; after each, every page in the store is compared with one made anew.
/// Promise 34.
/// </summary>
public static class FreshnessRounds
{
    private static readonly string[] OfEdition = ["/", "/latest", "/popular", "/support", "/feed.xml"];

    /// <param name="app">Started, with stories. Its data folder gets a theme of its own.</param>
    /// <param name="ask">A reader: she asks for a page by its path.</param>
    public static async Task<FreshnessFigures> RunAsync(WebApplication app, string data, int edits, int seed, Func<string, Task> ask, Action<string> say)
    {
        var press = app.Services.GetRequiredService<PagePress>();
        var editing = new RandomEdits(app.Services, data, new Random(seed));
        await AskAllAsync(await NamesAsync(app), ask);
        var figures = new FreshnessFigures(press.Store.Count, 0, 0, 0, 0, 0);

        figures = figures with { TypoRemade = await TypoAsync(app, press, editing) };
        for (var edit = 1; edit <= edits; edit++)
        {
            var before = press.Store.Pages.ToDictionary(page => page.Name);
            var (kind, waits) = await editing.NextAsync();
            if (waits) await WaitForThemeAsync(press, before.Values);

            var (old, remade, needless) = await CompareAsync(press, before);
            if (old.Count > 0) say($"edit {edit} ({kind}): old pages: {string.Join(' ', old.Take(5))}");
            figures = figures with { Edits = edit, Old = figures.Old + old.Count, Remade = figures.Remade + remade, Needless = figures.Needless + needless };
            say(string.Create(CultureInfo.InvariantCulture, $"edit {edit} ({kind}): {remade} of {before.Count} pages made anew, {needless} of them needlessly"));
            await AskAllAsync(await NamesAsync(app), ask);
        }
        return figures;
    }

    private static async Task<(List<string> Old, int Remade, int Needless)> CompareAsync(PagePress press, Dictionary<string, StoredPage> before)
    {
        var (old, remade, needless) = (new List<string>(), 0, 0);
        foreach (var (name, page) in before)
        {
            var isFresh = press.Freshness.IsFresh(page, DateTimeOffset.UtcNow);
            var fresh = await press.MakeUnstoredAsync(name);
            var isSame = page.Identity().AsSpan().SequenceEqual(fresh);
            if (isFresh && !isSame) old.Add(name);
            if (!isFresh) remade++;
            if (!isFresh && isSame) needless++;
        }
        return (old, remade, needless);
    }

    private static async Task<int> TypoAsync(WebApplication app, PagePress press, RandomEdits editing)
    {
        await editing.MendTypoInOldestAsync();
        return press.Store.Pages.Count(page => !press.Freshness.IsFresh(page, DateTimeOffset.UtcNow));
    }

    // Every page is made from the theme: it was noticed when none is fresh any more. On a busy machine that takes longer than the promised second.
    private static async Task WaitForThemeAsync(PagePress press, IReadOnlyCollection<StoredPage> before)
    {
        for (var waited = 0; before.Any(page => press.Freshness.IsFresh(page, DateTimeOffset.UtcNow)) && waited < 600; waited++) await Task.Delay(50);
    }

    private static async Task AskAllAsync(IEnumerable<string> names, Func<string, Task> ask)
    {
        foreach (var name in names) await ask(name);
    }

    /// <summary>Every page of the paper: fronts, lists, plain pages and each story.</summary>
    public static async Task<List<string>> NamesAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var editions = await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id);
        var sections = await newspaper.Sections.AsNoTracking().ToDictionaryAsync(row => row.Id);
        var names = new List<string>();
        foreach (var edition in editions.Values)
            names.AddRange(OfEdition.Select(path => edition.ForPaper().At(path)));
        names.Add("/sitemap.xml");
        foreach (var section in sections.Values)
            names.Add(editions[section.EditionId].ForPaper().At(PaperOrigin.Path(section.Slug)));
        foreach (var topic in await newspaper.Set<Topics.Topic>().AsNoTracking().ToListAsync())
            names.Add(editions[topic.EditionId].ForPaper().At(PaperOrigin.Path("topic", topic.Slug)));
        foreach (var slug in await newspaper.Set<Contributors.Contributor>().Where(row => !row.IsHidden).Select(row => row.Slug).ToListAsync())
            names.Add(PaperOrigin.Path("by", slug));
        foreach (var story in await newspaper.Articles.AsNoTracking().Where(row => row.PublishedVersionId != null && row.Withdrawal == null).Select(row => new { row.SectionId, row.Slug, row.EditionId }).ToListAsync())
            names.Add(editions[story.EditionId].ForPaper().At(PaperOrigin.Path(sections[story.SectionId!.Value].Slug, story.Slug)));
        return names;
    }
}
