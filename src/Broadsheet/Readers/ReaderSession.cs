using Broadsheet.Accounts;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Readers;

/// <summary>One browser in which a reader is signed in. The row is the session: she sees it in her list and can end it from anywhere.</summary>
[StaysInNewsroom]
public sealed class ReaderSession
{
    /// <summary>Readers come back when there is news for them: two months without a visit end a session, a year ends it in any case.</summary>
    public static readonly TimeSpan IdleLifetime = TimeSpan.FromDays(60), AbsoluteLifetime = TimeSpan.FromDays(365);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    public ReaderSession(Reader reader, Secret secret, string device, DateTimeOffset now)
    {
        ReaderId = reader.Id;
        SecretHash = secret.Hash;
        Device = device;
        StartedAt = LastSeenAt = now;
    }

    private ReaderSession() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long ReaderId { get; private set; }
    public byte[] SecretHash { get; private set; } = [];
    public string Device { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset LastSeenAt { get; private set; }

    public bool IsAliveAt(DateTimeOffset now) => now < StartedAt + AbsoluteLifetime && now < LastSeenAt + IdleLifetime;

    /// <summary>Whether the time it was last seen is worth writing again.</summary>
    public bool ShouldNote(DateTimeOffset now) => now >= LastSeenAt + SeenEvery;
}
