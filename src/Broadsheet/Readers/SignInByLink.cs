using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>GET /sign-in/link?key=… is a doorstep and changes nothing: mail scanners come here first. POST signs in, once, in the browser that asked.</summary>
public static class SignInByLink
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/sign-in/link", ["GET", "HEAD"], Get);
        pages.MapPost("/sign-in/link", Post);
    }

    internal static async Task<IResult> Get(string? key, HttpContext http, Newspaper newspaper, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        var (hash, now) = (Secret.HashOf(key ?? ""), clock.GetUtcNow());
        if (await newspaper.SignInRequests.AsNoTracking().SingleOrDefaultAsync(row => row.LinkHash == hash, stop) is not { } request || !request.IsOpenAt(now)) return Over(edition, doorsteps);
        if ((await SignInByCode.AskedAsync(http, newspaper, stop))?.Id != request.Id) return doorsteps.Say(edition, "sign-in.elsewhere", StatusCodes.Status200OK);
        return doorsteps.Show(edition, new DoorstepView
        {
            Title = doorsteps.Say(edition, "sign-in.title"),
            Text = doorsteps.Say(edition, "sign-in.as", ("address", request.TypedAddress)),
            Action = edition.ForPaper().Personal("/sign-in/link"),
            Fields = [new("key", key!)],
            Button = doorsteps.Say(edition, "sign-in.title"),
        });
    }

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (!http.Request.IsSentFromHere) return Over(edition, doorsteps);
        var (hash, now) = (Secret.HashOf(fields["key"].ToString()), clock.GetUtcNow());
        var next = "";
        var session = await newspaper.WriteAsync(async () =>
        {
            if (await SignInByCode.AskedAsync(http, newspaper, stop) is not { } asked || !asked.LinkHash.AsSpan().SequenceEqual(hash) || !asked.IsOpenAt(now)) return null;
            next = asked.Next;
            return await newspaper.SignInAsync(asked, http, now, stop);
        }, stop);
        if (session is null) return Over(edition, doorsteps);

        ReaderCookies.SignIn(http.Response, session);
        return Results.Redirect(next.Length > 0 ? next : "/account");
    }

    private static IResult Over(Edition edition, Doorsteps doorsteps) => doorsteps.Say(edition, "sign-in.over", StatusCodes.Status410Gone, ("sign-in.again", "/sign-in"));
}

internal static class ReaderSignIn
{
    extension(Newspaper newspaper)
    {
        /// <summary>Uses a request up and begins a session. Null when somebody was faster. Call it inside WriteAsync.</summary>
        internal async Task<Secret?> SignInAsync(SignInRequest asked, HttpContext http, DateTimeOffset now, CancellationToken stop)
        {
            if (await newspaper.SignInRequests.Where(row => row.Id == asked.Id && row.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), stop) == 0) return null;

            return await newspaper.BeginSessionAsync(await newspaper.ReaderOfAsync(ReaderAddress.Read(asked.TypedAddress)!, asked.EditionId, now, stop), http, now, stop);
        }

        /// <summary>Begins a session of who has just shown who she is. Call it inside WriteAsync.</summary>
        internal async Task<Secret> BeginSessionAsync(Reader reader, HttpContext http, DateTimeOffset now, CancellationToken stop)
        {
            // Who was signed in here before is so no more: a session nobody can reach would only stand in a list.
            if (ReaderCookies.Session(http.Request) is { } before)
            {
                var old = Secret.HashOf(before);
                await newspaper.ReaderSessions.Where(row => row.SecretHash == old).ExecuteDeleteAsync(stop);
            }
            var secret = Secret.New();
            await newspaper.NoteSeenAsync(reader.Id, now, stop);
            newspaper.ReaderSessions.Add(new ReaderSession(reader, secret, Device.Of(http.Request), now));
            await newspaper.SaveChangesAsync(stop);
            return secret;
        }
    }
}
