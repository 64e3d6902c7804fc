using Broadsheet.Web;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Accounts;

/// <summary>Checks a password, then a code where there is a second factor. Used by the sign-in page and by signing in again in place.</summary>
internal sealed class PasswordSignIn(UserManager<StaffMember> members, IPasswordHasher<StaffMember> hasher, Ceremony ceremony, RateLimits brakes, TimeProvider clock)
{
    private const string SecondFactor = "second-factor";

    // Checking it for an address that is not known takes as long as a real check: time must not tell who works here.
    private static readonly StaffMember Nobody = new("", "", Role.Reporter, DateTimeOffset.UnixEpoch);
    private static string? _nobodysPassword;

    /// <summary>The member whose password this is, or null; the same, as slowly, for an unknown address.</summary>
    public async Task<StaffMember?> CheckAsync(string email, string password)
    {
        brakes.CheckAccount(email);
        var member = await members.FindByEmailAsync(email.Trim());
        if (member is not { PasswordHash: not null, IsActive: true })
        {
            hasher.VerifyHashedPassword(Nobody, _nobodysPassword ??= hasher.HashPassword(Nobody, "nobody's"), password);
            return null;
        }
        return await members.CheckPasswordAsync(member, password) ? member : null;
    }

    /// <summary>Remembers in this browser that the password was right; the code is still to come.</summary>
    public void AwaitCode(HttpContext context, StaffMember member) => ceremony.Begin(context, SecondFactor, $"{member.Id}/{member.SecurityStamp}");

    /// <summary>The member who gave her password before, if the code is hers. A wrong code may be tried again, within the brakes.</summary>
    public async Task<StaffMember?> CheckCodeAsync(HttpContext context, string code)
    {
        if (ceremony.Peek(context, SecondFactor)?.Split('/', 2) is not [var id, var stamp]) throw new SignInTooOldException();
        if (await members.FindByIdAsync(id) is not { IsActive: true } member || member.SecurityStamp != stamp) throw new SignInTooOldException();

        if (!await AcceptsAsync(member, code)) return null;
        ceremony.Finish(context, SecondFactor);
        return member;
    }

    /// <summary>Whether the code is good, once: what it used up is saved before the answer.</summary>
    public async Task<bool> AcceptsAsync(StaffMember member, string code)
    {
        brakes.CheckAccount(member.Email!);
        // Two requests with one code: the concurrency stamp lets the first save and refuses the second.
        return member.AcceptsCode(code, clock.GetUtcNow()) && (await members.UpdateAsync(member)).Succeeded;
    }
}
