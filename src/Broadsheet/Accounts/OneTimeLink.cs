using Broadsheet.Storage.Changes;

namespace Broadsheet.Accounts;

public enum LinkKind { SetUp, Invitation, PasswordReset }

/// <summary>A link with a key that opens one thing once: set-up, an invitation, a new password. The key itself is not kept.</summary>
[StaysInNewsroom]
public sealed class OneTimeLink
{
    private OneTimeLink() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public LinkKind Kind { get; private set; }
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Unique where it is set: of set-up links there is never more than one, whichever node starts first.</summary>
    public string? Only { get; private set; }

    /// <summary>What the invited become.</summary>
    public long? RoleId { get; private set; }

    /// <summary>Whom the administrator meant: shown in her list and filled into the form; the invited may change it.</summary>
    public string? Email { get; private set; }

    /// <summary>Whose password is to be set.</summary>
    public long? MemberId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    // A set-up link is printed at each start anew, so it may live as long as the program runs.
    public static OneTimeLink ForSetUp(Secret secret, DateTimeOffset now) =>
        New(LinkKind.SetUp, secret, now, TimeSpan.FromDays(365), link => link.Only = "set-up");

    public static OneTimeLink ForInvitation(Secret secret, long role, string? email, DateTimeOffset now) =>
        New(LinkKind.Invitation, secret, now, TimeSpan.FromDays(7), link => (link.RoleId, link.Email) = (role, email));

    public static OneTimeLink ForPasswordReset(Secret secret, StaffMember member, DateTimeOffset now) =>
        New(LinkKind.PasswordReset, secret, now, TimeSpan.FromHours(24), link => link.MemberId = member.Id);

    private static OneTimeLink New(LinkKind kind, Secret secret, DateTimeOffset now, TimeSpan lifetime, Action<OneTimeLink> fill)
    {
        var link = new OneTimeLink { Kind = kind, SecretHash = secret.Hash, CreatedAt = now, ExpiresAt = now + lifetime };
        fill(link);
        return link;
    }
}
