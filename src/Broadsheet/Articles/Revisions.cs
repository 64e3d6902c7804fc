using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>On an endpoint: it refuses whoever acts on a text that she has not seen.</summary>
public sealed record RevisionDemanded;

/// <summary>
/// Every route that changes an article demands the revision that the person who acts has before her
/// (wagtail#12158 is what happens to the one that forgets). A test asks the route table.
/// </summary>
public static class Revisions
{
    /// <summary>Marks an endpoint whose handler checks the revision itself, in the save.</summary>
    public static TBuilder DemandsRevision<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RevisionDemanded());

    /// <summary>
    /// For an act's form (publish, schedule, withdraw …): its field <c>revision</c> must name the draft as it stands, else
    /// what goes out is not what the editor read.
    /// </summary>
    public static RouteHandlerBuilder ChecksRevision(this RouteHandlerBuilder act) => act.AddEndpointFilter(CheckAsync).DemandsRevision();

    /// <summary>
    /// For an act on what readers see (withdraw): the field <c>shown</c> names the version they saw when the form was drawn. Somebody who
    /// types in the draft meanwhile must not be able to keep a story on the paper.
    /// </summary>
    public static RouteHandlerBuilder ChecksWhatReadersSee(this RouteHandlerBuilder act) => act.AddEndpointFilter(CheckShownAsync).DemandsRevision();

    /// <exception cref="ArticleException">The form names no revision, or not the draft's.</exception>
    internal static async Task CheckAsync(long id, IFormCollection form, Newspaper newspaper, CancellationToken stop)
    {
        var current = await newspaper.Articles.Where(row => row.Id == id).Select(row => (long?)row.Draft.Revision).SingleOrDefaultAsync(stop);
        if (!long.TryParse(form["revision"], out var seen)) throw new ArticleException(Text.T("article.noRevision"));
        if (current is not null && seen != current) throw new ArticleException(Text.T("article.staleAct"));
    }

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var id = long.Parse((string)http.GetRouteValue("id")!, CultureInfo.InvariantCulture);
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        await CheckAsync(id, form, http.RequestServices.GetRequiredService<Newspaper>(), http.RequestAborted);
        return await next(invocation);
    }

    private static async ValueTask<object?> CheckShownAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (!long.TryParse(form["shown"], CultureInfo.InvariantCulture, out var seen)) return await CheckAsync(invocation, next);

        var id = long.Parse((string)http.GetRouteValue("id")!, CultureInfo.InvariantCulture);
        var shown = await http.RequestServices.GetRequiredService<Newspaper>().Articles.Where(row => row.Id == id).Select(row => row.PublishedVersionId).SingleOrDefaultAsync(http.RequestAborted);
        if (shown is not null && shown != seen) throw new ArticleException(Text.T("article.staleShown"));
        return await next(invocation);
    }
}
