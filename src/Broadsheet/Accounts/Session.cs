using Broadsheet.Storage.Changes;

namespace Broadsheet.Accounts;

/// <summary>
/// One browser in which a member of staff is signed in. The row is the session: what is not there, or has run out,
/// opens nothing from the next request on.
/// </summary>
[StaysInNewsroom]
public sealed class Session
{
    /// <summary>A day without a request ends a session; two weeks end it in any case.</summary>
    public static readonly TimeSpan IdleLifetime = TimeSpan.FromDays(1), AbsoluteLifetime = TimeSpan.FromDays(14);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public Session(StaffMember member, Secret secret, SignInMethod method, string device, string address, DateTimeOffset now)
    {
        MemberId = member.Id;
        SecretHash = secret.Hash;
        Method = method;
        Device = device;
        Address = address;
        StartedAt = LastSeenAt = now;
    }

    private Session() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long MemberId { get; private set; }
    public byte[] SecretHash { get; private set; } = [];
    public SignInMethod Method { get; private set; }
    public string Device { get; private set; } = "";
    public string Address { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset LastSeenAt { get; private set; }

    public bool IsAliveAt(DateTimeOffset now) => now < StartedAt + AbsoluteLifetime && now < LastSeenAt + IdleLifetime;

    /// <summary>Whether the time it was last seen is worth writing again: not more than once a minute.</summary>
    public bool ShouldNote(DateTimeOffset now) => now >= LastSeenAt + SeenEvery;

    /// <summary>Gives the same session a new key: one that leaked before somebody's rights changed is worth nothing after.</summary>
    public void Rotate(Secret secret) => SecretHash = secret.Hash;
}

public enum SignInMethod { Password, PasswordAndCode, Passkey, Invitation, SetUp }
