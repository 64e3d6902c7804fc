using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>GET /account: all that a reader has here, on one page; POST /account/edition: in whose language.</summary>
public static class ShowAccount
{
    // What the address may say was done, and nothing else.
    private static readonly string[] Acts = ["newsletters", "edition", "sessions", "passkeys"];

    public static void Map(IEndpointRouteBuilder account)
    {
        account.MapMethods("", ["GET", "HEAD"], Get);
        account.MapPost("/edition", PostEdition);
    }

    internal static async Task<IResult> Get(HttpContext http, string? done, Newspaper newspaper, IEnumerable<IReaderPart> parts, ReaderWords words, TimeProvider clock, CancellationToken stop)
    {
        var (edition, found) = (http.Edition!, http.Reader);
        var shown = new List<AccountPartView>();
        foreach (var part in parts)
        {
            if (await part.ShowAsync(found.Reader, edition, stop) is { } content) shown.Add(new(part.Name, content));
        }
        var now = clock.GetUtcNow();
        var sessions = await newspaper.ReaderSessions.AsNoTracking().Where(row => row.ReaderId == found.Reader.Id).OrderByDescending(row => row.LastSeenAt).ToListAsync(stop);
        var view = new AccountView(found, shown, [.. sessions.Where(row => row.IsAliveAt(now)).Select(row => new ReaderSessionView(row, row.Id == found.Session.Id))],
            [.. http.Editions.Select(one => new AccountEditionView(one, one.Id == edition.Id))], Acts.Contains(done) ? words.Say(edition.ForPaper(), $"account.done.{done}") : "");
        return new PaperResult(new PaperPage(edition.ForPaper(), "account", view, new PageHead { Title = words.Say(edition.ForPaper(), "account.title"), Robots = "noindex" })) { IsPrivate = true };
    }

    internal static async Task<IResult> PostEdition(HttpContext http, IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (http.Editions.FirstOrDefault(one => one.PublicId.ToString() == fields["edition"]) is not { } chosen || await newspaper.Readers.FindAsync([http.Reader.Reader.Id], stop) is not { } reader) return Results.Redirect("/account");

        reader.EditionId = chosen.Id;
        await newspaper.SaveChangesAsync(stop);
        return Results.Redirect("/account?done=edition");
    }
}
