using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Web;

namespace Broadsheet.FrontPage;

/// <summary>Draws a layout as readers would get it, for the one who asks alone: stored by nobody, found by no search engine.</summary>
public sealed class PreviewOfLayout(FrontPageArrangement arrangement, Zones zones, PaperOrigin origin, TimeProvider clock)
{
    /// <param name="at">When it would be live. Null: now.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, Edition edition, FrontPageLayout layout, DateTimeOffset? at, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var when = at > now ? at.Value : now;
        var arranged = await arrangement.ArrangeAsync(edition.ForPaper(), layout.Renewed(await zones.OfAsync(edition.Id, stop), when), when, stop);
        http.AllowFramingByNewsroom();
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return new PaperResult(FrontPagePages.Of(edition, arranged, origin)) { IsPrivate = true };
    }
}
