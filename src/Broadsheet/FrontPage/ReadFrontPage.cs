using Broadsheet.Editions;
using Broadsheet.Paper;

namespace Broadsheet.FrontPage;

public static class ReadFrontPage
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, FrontPageArrangement arrangement, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();

        var paper = edition.ForPaper();
        var shown = new HashSet<long>();
        var view = await arrangement.ArrangeAsync(paper, shown, stop);
        return new PaperResult(new PaperPage(paper, "front", view, new PageHead { Description = edition.Tagline, Canonical = origin.Whole(paper.Home) })
        {
            Subject = edition,
            Shown = shown,
        });
    }
}
