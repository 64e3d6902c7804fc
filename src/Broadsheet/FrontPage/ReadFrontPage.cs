using Broadsheet.Editions;
using Broadsheet.Paper;

namespace Broadsheet.FrontPage;

public static class ReadFrontPage
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, FrontPageArrangement arrangement, PaperOrigin origin, CancellationToken stop) =>
        http.Edition is { } edition
            ? new PaperResult(FrontPagePages.Of(edition, await arrangement.ArrangeAsync(edition.ForPaper(), stop), origin))
            : Results.NotFound();
}
