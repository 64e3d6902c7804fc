using System.Text.Json.Nodes;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Sharing;

/// <summary>/oembed?url=…: how a story of ours is shown in somebody else's page (oembed.com, 1.0). JSON alone; the specification lets us say so of XML.</summary>
internal static class ReadEmbed
{
    private const int Width = 600, Height = 220;

    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/oembed", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(string? url, string? format, int? maxwidth, int? maxheight, HttpContext http, Newspaper newspaper, StoryViews views, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (format is not (null or "" or "json")) return Results.StatusCode(StatusCodes.Status501NotImplemented);
        if (url is null || await FindAsync(url, newspaper, origin, clock.GetUtcNow(), stop) is not var (article, edition) || await views.OfAsync([article], edition, stop) is not [var story]) return Results.NotFound();

        var answer = new JsonObject
        {
            ["version"] = "1.0",
            ["type"] = "rich",
            ["title"] = story.Headline,
            ["provider_name"] = edition.Name,
            ["provider_url"] = origin.Whole(edition.Home),
            ["cache_age"] = 3600,
            ["html"] = HtmlOf(story, edition, origin),
            ["width"] = maxwidth is > 0 and < Width ? maxwidth : Width,
            ["height"] = maxheight is > 0 and < Height ? maxheight : Height,
        };
        if (story.Bylines is [{ Role.Length: 0 } author, ..])
        {
            answer["author_name"] = author.Name;
            if (author.Href is { } page) answer["author_url"] = origin.Whole(page);
        }
        if (story.Picture is { } picture && !(picture.Width > maxwidth) && !(picture.Height > maxheight))
            (answer["thumbnail_url"], answer["thumbnail_width"], answer["thumbnail_height"]) = (origin.Whole(picture.Src), picture.Width, picture.Height);
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Text(answer.ToJsonString(), "application/json; charset=utf-8");
    }

    // Words and a link, which any page may show: no script, no frame.
    private static string HtmlOf(StoryView story, PaperEdition edition, PaperOrigin origin)
    {
        var standfirst = story.Standfirst.Length > 0 ? $"<p>{Markup.Encode(story.Standfirst)}</p>" : "";
        return $"<blockquote lang=\"{Markup.Encode(edition.Language)}\" dir=\"{edition.Direction}\"><p><a href=\"{Markup.Encode(origin.Whole(story.Href))}\">{Markup.Encode(story.Headline)}</a></p>{standfirst}<p>{Markup.Encode(edition.Name)}</p></blockquote>";
    }

    private static async Task<(Article Article, PaperEdition Edition)?> FindAsync(string url, Newspaper newspaper, PaperOrigin origin, DateTimeOffset now, CancellationToken stop)
    {
        if (!url.StartsWith(origin.Origin + "/", StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return null;
        var segments = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => Uri.UnescapeDataString(segment).Normalize()).ToList();
        var editions = await newspaper.Editions.AsNoTracking().ToListAsync(stop);
        var edition = segments.Count == 3 ? editions.Find(row => row.Code == segments[0]) : segments.Count == 2 ? editions.Find(row => row.Code.Length == 0) : null;
        if (edition is null) return null;

        var (section, slug) = (segments[^2], segments[^1]);
        var article = await newspaper.Articles.AsNoTracking().InEdition(edition.Id).Published(now).Where(row => row.Slug == slug)
            .Join(newspaper.Sections.Where(row => row.EditionId == edition.Id && row.Slug == section), row => row.SectionId, row => row.Id, (row, _) => row).FirstOrDefaultAsync(stop);
        return article is null ? null : (article, edition.ForPaper());
    }
}
