using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>GET /sign-in/code, in the browser that asked: the mail is on its way; POST takes its six digits.</summary>
public static class SignInByCode
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/sign-in/code", ["GET", "HEAD"], Get);
        pages.MapPost("/sign-in/code", Post);
    }

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        return await AskedAsync(http, newspaper, stop) is { } asked && asked.IsOpenAt(clock.GetUtcNow())
            ? Ask(edition, doorsteps, asked, "")
            : doorsteps.Say(edition, "sign-in.over", StatusCodes.Status410Gone, ("sign-in.again", "/sign-in"));
    }

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        var (now, typed) = (clock.GetUtcNow(), new string([.. fields["code"].ToString().Where(char.IsAsciiDigit)]));
        var (asked, session) = await newspaper.WriteAsync<(SignInRequest?, Secret?)>(async () =>
        {
            if (!http.Request.IsSentFromHere || await AskedAsync(http, newspaper, stop) is not { } found || !found.IsOpenAt(now)) return (null, null);
            // Counted before it is looked at: of many who try at once none gets a try more.
            var mine = await newspaper.SignInRequests.Where(row => row.Id == found.Id && row.UsedAt == null && row.Tries < SignInRequest.MostTries)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Tries, row => row.Tries + 1), stop);
            if (mine == 0) return (null, null);
            return (found, found.Opens(typed, ReaderCookies.Asking(http.Request)!) ? await newspaper.SignInAsync(found, http, now, stop) : null);
        }, stop);
        if (session is not null)
        {
            ReaderCookies.SignIn(http.Response, session);
            return Results.Redirect(asked!.Next.Length > 0 ? asked.Next : "/account");
        }
        return asked is not null && asked.Tries + 1 < SignInRequest.MostTries
            ? Ask(edition, doorsteps, asked, doorsteps.Say(edition, "sign-in.wrong", ("tries", SignInRequest.MostTries - asked.Tries - 1)))
            : doorsteps.Say(edition, "sign-in.over", StatusCodes.Status410Gone, ("sign-in.again", "/sign-in"));
    }

    internal static async Task<SignInRequest?> AskedAsync(HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        if (ReaderCookies.Asking(http.Request) is not { } browser) return null;
        var hash = Secret.HashOf(browser);
        return await newspaper.SignInRequests.AsNoTracking().SingleOrDefaultAsync(row => row.BrowserHash == hash, stop);
    }

    private static IResult Ask(Edition edition, Doorsteps doorsteps, SignInRequest asked, string problem) => doorsteps.Show(edition, new DoorstepView
    {
        Title = doorsteps.Say(edition, "sign-in.sent.title"),
        Text = doorsteps.Say(edition, "sign-in.sent.text", ("address", asked.TypedAddress)),
        Problem = problem,
        Action = edition.ForPaper().Personal("/sign-in/code"),
        Ask = new("code", "") { Kind = "code", Label = doorsteps.Say(edition, "sign-in.code") },
        Button = doorsteps.Say(edition, "sign-in.title"),
        Note = doorsteps.Say(edition, "sign-in.sent.note"),
    }, problem.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
