using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <summary>Begins, renews and ends the session of the browser that is asking.</summary>
public static class SignedIn
{
    /// <summary>Signs <paramref name="member"/> in here, under a new key whatever this browser held before.</summary>
    public static async Task<Session> SignInAsync(this HttpContext context, StaffMember member, SignInMethod method)
    {
        var newspaper = context.RequestServices.GetRequiredService<Newspaper>();
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var secret = Secret.New();
        var session = new Session(member, secret, method, Device.Of(context.Request), context.Connection.RemoteIpAddress?.ToString() ?? "", now);

        await newspaper.WriteAsync(async () =>
        {
            await EndHeldAsync(context, newspaper);
            await RemoveDeadAsync(newspaper, now);
            newspaper.Sessions.Add(session);
            await newspaper.SaveChangesAsync();
        });

        SessionCookie.Write(context.Response, secret);
        context.User = new Staff(member.Name, Staff.Nothing, member.Id, session.Id).ToPrincipal(SessionHandler.SchemeName);
        return session;
    }

    public static async Task SignOutAsync(this HttpContext context)
    {
        var newspaper = context.RequestServices.GetRequiredService<Newspaper>();
        await newspaper.WriteAsync(() => EndHeldAsync(context, newspaper));
        SessionCookie.Erase(context.Response);
    }

    /// <summary>After a password or a second factor changed: this browser gets a new key, every other session ends.</summary>
    public static async Task RenewSessionAsync(this HttpContext context, Staff staff)
    {
        var newspaper = context.RequestServices.GetRequiredService<Newspaper>();
        var secret = Secret.New();
        await newspaper.WriteAsync(async () =>
        {
            await newspaper.EndSessionsAsync(staff.MemberId!.Value, except: staff.SessionId);
            var session = await newspaper.Sessions.SingleAsync(one => one.Id == staff.SessionId);
            session.Rotate(secret);
            await newspaper.SaveChangesAsync();
        });
        SessionCookie.Write(context.Response, secret);
    }

    private static async Task EndHeldAsync(HttpContext context, Newspaper newspaper)
    {
        if (SessionCookie.Read(context.Request) is not { } key) return;
        var hash = Secret.HashOf(key);
        await newspaper.Sessions.Where(one => one.SecretHash == hash).ExecuteDeleteAsync();
    }

    private static Task RemoveDeadAsync(Newspaper newspaper, DateTimeOffset now)
    {
        var (idle, old) = (now - Session.IdleLifetime, now - Session.AbsoluteLifetime);
        return newspaper.Sessions.Where(one => one.LastSeenAt <= idle || one.StartedAt <= old).ExecuteDeleteAsync();
    }
}
