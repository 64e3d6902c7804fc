using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Pictures;
using Broadsheet.Planning;
using Broadsheet.Search.Desk;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Authorization;

namespace Broadsheet.Finding;

/// <param name="Key">The letter that leads there after g.</param>
public sealed record FoundPage(string Name, string Href, string? Key = null);

/// <param name="About">Where it stands: its stage and section.</param>
public sealed record FoundStory(string Headline, string Href, string About, string Language);

/// <param name="Versions">Earlier versions in which it stands, of stories that do not say it any more.</param>
public sealed record FoundView(string Query, IReadOnlyList<FoundPage> Pages, IReadOnlyList<FoundStory> Stories, IReadOnlyList<FoundStory> Versions, IReadOnlyList<FoundPage> Pictures);

/// <summary>
/// GET /newsroom/search?q=…: every page by its name, stories by their headline and their text, earlier versions and pictures. GET /newsroom/search.json is the same for the palette, which
/// opens with Ctrl K on any page and has the acts of that page besides.
/// </summary>
public static class FindAnything
{
    private const int Most = 12;
    private const int PictureNameLength = 80;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/search", Get).Requires(Permission.EnterNewsroom);
        newsroom.MapGet("/search.json", Json).Requires(Permission.EnterNewsroom);
    }

    internal static async Task<IResult> Get(string? q, HttpContext http, Staff staff, Newspaper newspaper, DeskSearch search, TimeProvider clock, CancellationToken stop) =>
        Page.Of<FoundPagePage, FoundView>(await FindAsync(q, http, staff, newspaper, search, clock, stop));

    internal static async Task<IResult> Json(string? q, HttpContext http, Staff staff, Newspaper newspaper, DeskSearch search, TimeProvider clock, CancellationToken stop) =>
        TypedResults.Json(await FindAsync(q, http, staff, newspaper, search, clock, stop));

    private static async Task<FoundView> FindAsync(string? q, HttpContext http, Staff staff, Newspaper newspaper, DeskSearch search, TimeProvider clock, CancellationToken stop)
    {
        var query = q?.Trim() ?? "";
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pages = (await PagesAsync(http)).Where(page => words.All(word => page.Name.Contains(word, StringComparison.CurrentCultureIgnoreCase))).ToList();
        if (query.Length == 0) return new(query, pages, [], [], []);

        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var lines = await new StoryFilter(Search: query).Of(newspaper.PlannedStories(staff), names, null).OrderByDescending(row => row.Article.Draft.SavedAt).Take(Most).LinesAsync(stop);
        var found = await search.FindAsync(staff, query, stop);
        // Whose headline has it comes first, then whose text.
        var others = found.Drafts.Select(article => article.Id).Except(lines.Select(line => line.Article.Id)).Take(Most - lines.Count).ToList();
        var more = (await newspaper.PlannedStories(staff).Where(row => others.Contains(row.Article.Id)).LinesAsync(stop)).OrderBy(line => others.IndexOf(line.Article.Id));
        return new(query, pages, [.. lines.Concat(more).Select(line => new FoundStory(
            line.Headline, line.Path, string.Join(" · ", new[] { names.StageOf(line).Name, names.SectionOf(line.Article) }.OfType<string>()), names.EditionOf(line.Article).Language))],
            [.. found.Versions.Select(version => new FoundStory(HeadlineOf(version.Article), $"/newsroom/articles/{version.Article.Id}/history/{version.Number}", Text.T("search.version", ("number", version.Number)), names.EditionOf(version.Article).Language))],
            [.. found.Pictures.Select(picture => new FoundPage(NameOf(picture), $"/newsroom/pictures/{picture.Id}"))]);
    }

    private static string HeadlineOf(Article article) => article.WorkingHeadline.Length > 0 ? article.WorkingHeadline : Text.T("article.untitled");

    private static string NameOf(Picture picture)
    {
        var name = new[] { picture.Headline, picture.Caption, picture.FileName }.First(words => words.Length > 0);
        return name.Length <= PictureNameLength ? name : name[..PictureNameLength] + "…";
    }

    // What the frame and the page "Paper" lead to, for whoever may go there.
    private static async Task<IReadOnlyList<FoundPage>> PagesAsync(HttpContext http)
    {
        var (services, found) = (http.RequestServices, new List<FoundPage>());
        var authorization = services.GetRequiredService<IAuthorizationService>();
        foreach (var link in services.GetServices<NewsroomLink>().OrderBy(link => link.Position))
            if (await MayAsync(link.Policy)) found.Add(new(Text.T(link.Text), link.Href, link.Key));
        foreach (var screen in services.GetServices<PaperScreen>().OrderBy(screen => screen.Position))
            if (await MayAsync(screen.Policy)) found.Add(new(Text.T(screen.Text), screen.Href));
        return found;

        async Task<bool> MayAsync(string? policy) => policy is null || (await authorization.AuthorizeAsync(http.User, policy)).Succeeded;
    }
}
