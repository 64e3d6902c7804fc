using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>GET /newsroom/articles: the proof sheet of everything, filtered; POST: begins a story.</summary>
public static class ListArticles
{
    private const int PerPage = 50;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        // Where signing in leads to: the newsroom's front is the list.
        newsroom.MapGet("", () => TypedResults.LocalRedirect("/newsroom/articles")).Requires(Permission.EnterNewsroom);
        newsroom.MapGet("/articles", Get).Requires(Permission.EnterNewsroom);
        newsroom.MapPost("/articles", Post).Requires(Permission.WriteArticles);
    }

    internal static async Task<IResult> Get(string? state, long? section, string? search, int? page, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var editions = await newspaper.Editions.OrderBy(row => row.Position).ToListAsync(stop);
        var sections = await newspaper.Sections.OrderBy(row => row.EditionId).ThenBy(row => row.Position).ToListAsync(stop);
        var at = Math.Max(1, page ?? 1);

        var found = newspaper.Articles.VisibleTo(staff).InState(state).Matching(search);
        if (section is { } chosen) found = found.Where(row => row.SectionId == chosen);
        var articles = await found.Include(row => row.Draft).OrderByDescending(row => row.Draft.SavedAt).ThenByDescending(row => row.Id)
            .Skip((at - 1) * PerPage).Take(PerPage + 1).ToListAsync(stop);

        var writers = articles.Select(row => row.Draft.SavedBy).ToHashSet();
        var names = await newspaper.StaffMembers.Where(row => writers.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        return Page.Of<ListArticlesPage, ListArticlesView>(new(
            [.. articles.Take(PerPage)], editions, sections, names, staff, state ?? "", section, search ?? "", at, HasMore: articles.Count > PerPage));
    }

    internal static async Task<IResult> Post(HttpRequest request, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        var editions = await newspaper.Editions.OrderBy(row => row.Position).ToListAsync(stop);
        var edition = editions.FirstOrDefault(row => row.Code == form["Edition"]) ?? editions.FirstOrDefault()
            ?? throw new RefusalException(Text.T("article.noEdition"));

        var article = Article.BegunBy(staff, edition.Id, clock.GetUtcNow());
        newspaper.Articles.Add(article);
        await newspaper.SaveChangesAsync(stop);
        return Results.Redirect($"/newsroom/articles/{article.Id}");
    }

    extension(IQueryable<Article> articles)
    {
        private IQueryable<Article> InState(string? state) => state switch
        {
            "draft" => articles.Where(row => row.PublishedVersionId == null && row.ScheduledFor == null),
            "scheduled" => articles.Where(row => row.ScheduledFor != null),
            "published" => articles.Where(row => row.PublishedVersionId != null && row.Withdrawal == null),
            "withdrawn" => articles.Where(row => row.Withdrawal != null),
            _ => articles,
        };
    }
}

public sealed record ListArticlesView(
    IReadOnlyList<Article> Articles, IReadOnlyList<Edition> Editions, IReadOnlyList<Section> Sections, IReadOnlyDictionary<long, string> Writers,
    Staff Staff, string State, long? Section, string Search, int Number, bool HasMore)
{
    /// <summary>Where a story is opened: to write, or to read by who may only do that.</summary>
    public string PathOf(Article article) => article.MayBeEditedBy(Staff) && Staff.May(Permission.WriteArticles) ? $"/newsroom/articles/{article.Id}" : $"/newsroom/articles/{article.Id}/preview";

    public bool MayBegin => Staff.May(Permission.WriteArticles);

    public Edition EditionOf(Article article) => Editions.First(edition => edition.Id == article.EditionId);

    /// <summary>The same list at another page.</summary>
    public string Page(int number) =>
        QueryString.Create(new Dictionary<string, string?> { ["state"] = State, ["section"] = $"{Section}", ["search"] = Search, ["page"] = $"{number}" }).ToString();
}
