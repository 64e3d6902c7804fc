using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Search.Desk;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sample;

/// <summary>
/// Fills a paper with generated stories, an hour apart back from now. They are published by the same rules as any
/// other, with a version each, but tell no listener: a hundred thousand mails and pings would help nobody.
/// </summary>
public sealed class FillPaper(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Batch = 500;
    private static readonly string[] SectionNames = ["City", "Politics", "Harbour", "Culture", "Sport"];

    /// <param name="from">Number of the first story; goes on where an earlier run ended.</param>
    /// <param name="progress">Told how many stories are done.</param>
    public async Task RunAsync(int articles, int from = 0, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        var cast = await CastAsync(stop);
        for (var done = 0; done < articles; done += Batch)
        {
            var numbers = Enumerable.Range(from + done, Math.Min(Batch, articles - done)).ToList();
            await AddAsync(cast, numbers, stop);
            progress?.Report(done + numbers.Count);
        }
    }

    private async Task AddAsync(Cast cast, List<int> numbers, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();

        await newspaper.WriteAsync(async () =>
        {
            var made = numbers.Select(number => Make(cast, number, now)).ToList();
            newspaper.Articles.AddRange(made.Select(one => one.Article));
            await newspaper.SaveChangesAsync(stop);

            var versions = made.Select(one => ArticleVersion.After(null, one.Article, one.Article.Draft.Content, 0, one.At, "Generated")).ToList();
            newspaper.ArticleVersions.AddRange(versions);
            await newspaper.SaveChangesAsync(stop);

            foreach (var (one, version) in made.Zip(versions)) one.Article.Publish(version, one.Article.Draft.Content, one.Places, one.At);
            await newspaper.SaveChangesAsync(stop);
            // Readers find them; in the newsroom nobody looks for what nobody wrote.
            await newspaper.Set<DeskWaiting>().ExecuteDeleteAsync(stop);
        }, stop);
    }

    private static Made Make(Cast cast, int number, DateTimeOffset now)
    {
        var at = now.AddHours(-number - 1);
        var section = cast.Sections[number % cast.Sections.Count];
        var content = GeneratedStory.Of(number, section.PublicId, [.. cast.Topics.Keys], [.. cast.Contributors.Keys]);
        var article = new Article(cast.Edition, at);
        article.SaveDraft(content, article.Draft.Revision, 0, at);

        var places = new ArticlePlaces(section.Id, content.Slug, [.. content.Topics.Select(id => cast.Topics[id])], [.. content.Bylines.Select(line => cast.Contributors[line.Contributor!.Value])], []);
        return new(article, places, at);
    }

    // An empty paper gets an edition and sections of its own; one with content keeps what it has.
    private async Task<Cast> CastAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();

        if (await newspaper.Editions.OrderBy(row => row.Position).FirstOrDefaultAsync(stop) is not { } edition)
        {
            edition = new Edition("", "The Calder Post", "en", "Europe/London", 0);
            newspaper.Editions.Add(edition);
            await newspaper.SaveChangesAsync(stop);
        }
        if (!await newspaper.Sections.AnyAsync(row => row.EditionId == edition.Id, stop))
        {
            newspaper.Sections.AddRange(SectionNames.Select((name, place) => new Section(edition.Id, name, Slug.Of(name), place)));
            await newspaper.SaveChangesAsync(stop);
        }

        return new(edition.Id,
            await newspaper.Sections.Where(row => row.EditionId == edition.Id).OrderBy(row => row.Position).ToListAsync(stop),
            await newspaper.Topics.Where(row => row.EditionId == edition.Id).OrderBy(row => row.Id).ToDictionaryAsync(row => row.PublicId, row => row.Id, stop),
            await newspaper.Contributors.OrderBy(row => row.Id).ToDictionaryAsync(row => row.PublicId, row => row.Id, stop));
    }

    private sealed record Cast(long Edition, List<Section> Sections, Dictionary<Guid, long> Topics, Dictionary<Guid, long> Contributors);

    private sealed record Made(Article Article, ArticlePlaces Places, DateTimeOffset At);
}
