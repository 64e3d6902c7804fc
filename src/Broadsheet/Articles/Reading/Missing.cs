using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Redirects;
using Broadsheet.Storage;

namespace Broadsheet.Articles.Reading;

/// <summary>What is answered where nothing stands: the new address of what moved, else a page that says so.</summary>
public static class Missing
{
    public static async Task<IResult> AnswerAsync(HttpContext context, Newspaper newspaper, CancellationToken stop)
    {
        if (context.Edition is not { } edition) return Results.NotFound();

        var path = (context.Request.PathBase + context.Request.Path).Value!.Normalize().TrimEnd('/');
        if (await newspaper.NewAddressAsync(path, stop) is { } moved) return Results.Redirect(PaperOrigin.Escape(moved.Path), permanent: !moved.IsPassing);

        return Page(edition, StatusCodes.Status404NotFound);
    }

    /// <param name="notice">What the paper says instead of the standing words.</param>
    public static IResult Page(Edition edition, int status, string notice = "") =>
        new PaperResult(PaperErrors.Of(edition.ForPaper(), status, notice));
}
