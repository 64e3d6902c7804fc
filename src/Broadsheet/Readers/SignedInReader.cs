using System.Buffers.Text;
using System.Security.Cryptography;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>The reader whose cookie came with a request.</summary>
/// <param name="FormKey">What every form on her pages carries: made of the cookie, which no other site can read.</param>
public sealed record SignedInReader(Reader Reader, ReaderSession Session, string FormKey);

/// <summary>Who reads. Asked by pages for one reader alone: a page that is stored never knows.</summary>
public static class ReaderSignedIn
{
    public const string FormField = "key";

    private static readonly object Key = new();

    extension(HttpContext http)
    {
        /// <summary>Who is signed in, behind <see cref="Gated"/>.</summary>
        public SignedInReader Reader => (SignedInReader)http.Items[Key]!;
    }

    extension(Newspaper newspaper)
    {
        /// <summary>Finds who is signed in with this request; null when nobody is.</summary>
        public async Task<SignedInReader?> FindReaderAsync(HttpContext http, DateTimeOffset now, CancellationToken stop)
        {
            if (ReaderCookies.Session(http.Request) is not { } key) return null;

            var hash = Secret.HashOf(key);
            var found = await newspaper.ReaderSessions.AsNoTracking().Where(row => row.SecretHash == hash)
                .Join(newspaper.Readers, session => session.ReaderId, reader => reader.Id, (session, reader) => new { Session = session, Reader = reader }).FirstOrDefaultAsync(stop);
            if (found is null || !found.Session.IsAliveAt(now)) return null;

            if (found.Session.ShouldNote(now))
            {
                await newspaper.WriteAsync(async () =>
                {
                    await newspaper.ReaderSessions.Where(row => row.Id == found.Session.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), stop);
                    await newspaper.NoteSeenAsync(found.Reader.Id, now, stop);
                }, stop);
            }
            return new(found.Reader, found.Session, Base64Url.EncodeToString(Secret.HashOf("form:" + key)));
        }
    }

    /// <summary>Lets in only a reader who is signed in; who is not is asked to. Whatever changes something must come from her own page.</summary>
    public static RouteGroupBuilder Gated(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (invocation, next) =>
        {
            var (http, services) = (invocation.HttpContext, invocation.HttpContext.RequestServices);
            var (newspaper, stop) = (services.GetRequiredService<Newspaper>(), invocation.HttpContext.RequestAborted);
            if (http.Edition is not { } edition) return Results.NotFound();
            if (await newspaper.FindReaderAsync(http, services.GetRequiredService<TimeProvider>().GetUtcNow(), stop) is not { } found)
                return Results.Redirect(edition.ForPaper().Personal("/sign-in"));
            if (http.Editions.FirstOrDefault(one => one.Id == found.Reader.EditionId) is { } own) http.ReadIn(own);
            http.Items[Key] = found;

            var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            if (isRead || await IsHersAsync(http.Request, found.FormKey, stop)) return await next(invocation);
            return services.GetRequiredService<Doorsteps>().Say(http.Edition!, "account.not-sent", StatusCodes.Status400BadRequest, ("account.title", "/account"));
        });
        return group;
    }

    private static async Task<bool> IsHersAsync(HttpRequest request, string key, CancellationToken stop)
    {
        if (!request.IsSentFromHere || !request.HasFormContentType) return false;
        var sent = (await request.ReadFormAsync(stop))[FormField].ToString();
        return CryptographicOperations.FixedTimeEquals(Secret.HashOf(sent), Secret.HashOf(key));
    }
}
