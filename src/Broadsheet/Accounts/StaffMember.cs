using Broadsheet.Storage.Changes;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Accounts;

/// <summary>A person who works for the paper. She signs in with her e-mail address, which is also Identity's user name.</summary>
[StaysInNewsroom]
public sealed class StaffMember : IdentityUser<long>
{
    public StaffMember(string name, string email, long role, DateTimeOffset joinedAt)
    {
        Name = name;
        Email = UserName = email;
        RoleId = role;
        JoinedAt = joinedAt;
    }

    private StaffMember() { }

    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public long RoleId { get; private set; }
    public DateTimeOffset JoinedAt { get; private set; }
    public DateTimeOffset? DeactivatedAt { get; private set; }

    /// <summary>In which language the newsroom speaks to her, two letters; empty: in her browser's.</summary>
    public string Language { get; set; } = "";

    public bool IsActive => DeactivatedAt is null;

    /// <summary>The second factor; null when there is none.</summary>
    public Authenticator? Authenticator { get; private set; }

    /// <summary>Whoever calls it sees to it that somebody is left who can manage staff.</summary>
    public void BecomeOf(Role role) => RoleId = role.Id;

    /// <inheritdoc cref="BecomeOf"/>
    public void Deactivate(DateTimeOffset now) => DeactivatedAt ??= now;

    public void Reactivate() => DeactivatedAt = null;

    public void ProtectWith(Authenticator authenticator) => Authenticator = authenticator;

    public void RemoveAuthenticator() => Authenticator = null;

    /// <summary>
    /// True once for each code: an authenticator's code that was used, and any older one, is refused the second time,
    /// and a recovery code is struck off.
    /// </summary>
    public bool AcceptsCode(string code, DateTimeOffset now)
    {
        if (Authenticator?.Accept(code, now) is not { } used) return false;
        Authenticator = used;
        return true;
    }
}
