using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters;

/// <summary>/newsletters: what an edition sends by mail. The page is stored like any other, so its form has no token and no authority.</summary>
public static class ReadNewsletters
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/newsletters", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, ReaderWords words, PaperOrigin origin, MachineSettings machine, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);

        var all = machine.Mail.IsOn ? await newspaper.Newsletters.Offered(edition.Id).ToListAsync(stop) : [];
        return new PaperResult(PageOf(edition, words, origin, new NewslettersPageView([.. all.Select((row, at) => new NewsletterView(row, at == 0, edition.ForPaper()))])));
    }

    /// <summary>The same page for one reader alone, with what she typed and what was wrong with it.</summary>
    internal static IResult Again(Edition edition, ReaderWords words, PaperOrigin origin, NewslettersPageView view) =>
        new PaperResult(PageOf(edition, words, origin, view) with { Status = StatusCodes.Status422UnprocessableEntity }) { IsPrivate = true };

    private static PaperPage PageOf(Edition edition, ReaderWords words, PaperOrigin origin, NewslettersPageView view) => new(edition.ForPaper(), "newsletters", view, new PageHead
    {
        Title = words.Say(edition.ForPaper(), "newsletters.title"),
        Description = words.Say(edition.ForPaper(), "newsletters.description"),
        Canonical = origin.Whole(edition.PathOf("/newsletters")),
        Robots = view.Problem.Length == 0 ? "" : "noindex",
    });
}
