using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>POST /account/sessions/…/end ends one session, wherever it is; POST /account/sign-out this one.</summary>
public static class EndReaderSession
{
    public static void Map(IEndpointRouteBuilder account)
    {
        account.MapPost("/sessions/{id:guid}/end", Post);
        account.MapPost("/sign-out", PostSignOut);
    }

    internal static async Task<IResult> Post(Guid id, HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        var reader = http.Reader.Reader.Id;
        await newspaper.WriteAsync(() => newspaper.ReaderSessions.Where(row => row.PublicId == id && row.ReaderId == reader).ExecuteDeleteAsync(stop), stop);
        return Results.Redirect("/account?done=sessions");
    }

    internal static async Task<IResult> PostSignOut(HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        var session = http.Reader.Session.Id;
        await newspaper.WriteAsync(() => newspaper.ReaderSessions.Where(row => row.Id == session).ExecuteDeleteAsync(stop), stop);
        ReaderCookies.SignOut(http.Response);
        return Results.Redirect(http.Edition!.PathOf("/"));
    }
}
