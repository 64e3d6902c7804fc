using System.Text.Json;
using Broadsheet.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Broadsheet.Accounts;

/// <summary>
/// What must be remembered between two steps of signing in or of adding a key (the challenge that was sent, whose
/// password was right), in an encrypted cookie of the asking browser, for five minutes and one use.
/// </summary>
internal sealed class Ceremony(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "__Host-ceremony";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("Broadsheet.Accounts.Ceremony");

    public void Begin(HttpContext context, string step, string state)
    {
        var held = JsonSerializer.Serialize(new Held(step, state, clock.GetUtcNow() + Lifetime), Json.Compact);
        context.Response.Cookies.Append(Cookie, _protector.Protect(held), Options);
    }

    /// <summary>What <see cref="Begin"/> was given for this step, or null when there is nothing or it is too old. Forgets it.</summary>
    public string? Finish(HttpContext context, string step)
    {
        var state = Peek(context, step);
        if (state is not null) context.Response.Cookies.Delete(Cookie, Options);
        return state;
    }

    /// <summary>The same without forgetting it: a code may be mistyped and tried again.</summary>
    public string? Peek(HttpContext context, string step)
    {
        if (context.Request.Cookies[Cookie] is not { } text) return null;
        try
        {
            var held = JsonSerializer.Deserialize<Held>(_protector.Unprotect(text), Json.Compact)!;
            return held.Step == step && clock.GetUtcNow() < held.Until ? held.State : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };

    private sealed record Held(string Step, string State, DateTimeOffset Until);
}
