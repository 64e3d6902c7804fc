using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>On an endpoint that writes: whoever may read the story may use it, such as to comment.</summary>
public sealed record ForWhoSeesIt;

/// <summary>
/// Stands before every route that names an article in its address, of whatever feature: a read asks whether she may see it, a
/// write whether she may change it, an act of publishing whether she may publish in its section. So no endpoint can forget to ask.
/// </summary>
public static class ArticleGate
{
    /// <summary>Stands after authorization, which says who asks, and before anything reads the body.</summary>
    public static IApplicationBuilder UseArticleGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint() is RouteEndpoint endpoint && Staff.Find(http.User) is { } staff && Names(endpoint.RoutePattern) is { } name)
            await CheckAsync(http, endpoint, (string)http.GetRouteValue(name)!, staff);
        await next(http);
    });

    /// <summary>Lets an endpoint that writes be used by whoever may read the story.</summary>
    public static TBuilder ForWhoSeesIt<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ForWhoSeesIt());

    /// <summary>Refuses an act of publishing in a section that is not one of her desks'. A form that moves the story asks again after it was saved.</summary>
    /// <param name="article">With its draft.</param>
    public static async Task DemandMayPublishAsync(this Newspaper newspaper, Article article, Staff staff, CancellationToken stop)
    {
        if (!await newspaper.MayPublishAsync(article, staff, stop)) throw new RefusalException(Text.T("article.notYourSection"), StatusCodes.Status403Forbidden);
    }

    /// <summary>Whether she may publish it: where it stands and where its draft would have it stand.</summary>
    /// <param name="article">With its draft.</param>
    public static async Task<bool> MayPublishAsync(this Newspaper newspaper, Article article, Staff staff, CancellationToken stop)
    {
        if (!staff.May(Permission.PublishArticles)) return false;
        if (staff.May(Permission.PublishInAnySection)) return true;
        var wanted = article.Draft.Content.Section;
        var sections = await newspaper.Sections.Where(row => row.EditionId == article.EditionId && row.PublicId == wanted).Select(row => row.Id).ToListAsync(stop);
        if (article is { PublishedVersionId: not null, SectionId: { } shown }) sections.Add(shown);
        return sections.All(staff.MayPublishIn);
    }

    /// <summary>The name of the parameter that stands after the segment "articles"; null when the route names no article.</summary>
    internal static string? Names(RoutePattern pattern)
    {
        for (var at = 0; at + 1 < pattern.PathSegments.Count; at++)
            if (pattern.PathSegments[at].Parts is [RoutePatternLiteralPart { Content: "articles" }] && pattern.PathSegments[at + 1].Parts is [RoutePatternParameterPart parameter]) return parameter.Name;
        return null;
    }

    private static async Task CheckAsync(HttpContext http, RouteEndpoint endpoint, string id, Staff staff)
    {
        var publishes = endpoint.Metadata.GetMetadata<RequiredPermission>()?.Permission is Permission.PublishArticles or Permission.PublishAlone;
        // Who may do all of it needs no look into the database.
        if (staff.May(Permission.EditAnyArticle) && (!publishes || staff.May(Permission.PublishInAnySection))) return;

        var newspaper = http.RequestServices.GetRequiredService<Newspaper>();
        var articles = newspaper.Articles.AsNoTracking();
        if (publishes) articles = articles.Include(row => row.Draft);
        var article = long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? await articles.SingleOrDefaultAsync(row => row.Id == number, http.RequestAborted)
            : Guid.TryParse(id, out var guid) ? await articles.SingleOrDefaultAsync(row => row.PublicId == guid, http.RequestAborted) : null;
        if (article is null) return; // the endpoint says 404

        // Editing is apart from publishing: who publishes must see what she publishes, and may be kept from changing it.
        var reads = publishes || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || endpoint.Metadata.GetMetadata<ForWhoSeesIt>() is not null;
        if (!(reads ? article.IsVisibleTo(staff) : article.MayBeEditedBy(staff))) throw new RefusalException(Text.T("article.notYours"), StatusCodes.Status403Forbidden);
        if (publishes) await newspaper.DemandMayPublishAsync(article, staff, http.RequestAborted);
    }
}
