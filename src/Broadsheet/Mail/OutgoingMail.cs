using Broadsheet.Storage.Changes;

namespace Broadsheet.Mail;

/// <summary>
/// A mail that is to go out, written in the transaction that causes it. It is sent outside of any transaction by whoever holds its lease;
/// a mail that is sent again after a crash carries the same Message-ID, so that a mailbox can tell.
/// </summary>
[StaysInNewsroom]
public sealed class OutgoingMail(string to, string name, string subject, string text, DateTimeOffset dueAt)
{
    public long Id { get; private set; }
    public Guid PublicId { get; init; } = Guid.CreateVersion7();
    public string To { get; private set; } = to;

    /// <summary>Whose address it is.</summary>
    public string Name { get; private set; } = name;

    public string Subject { get; private set; } = subject;
    public string Text { get; private set; } = text;
    /// <summary>The same as HTML. Null: there is only text.</summary>
    public string? Html { get; init; }

    /// <summary>Where a mail program's own button for leaving posts to (RFC 8058). Null: it has none.</summary>
    public string? Leave { get; init; }

    /// <summary>The file that goes with it (<see cref="IEnclosures"/>): <c>receipt/0199…</c>. Null: none.</summary>
    public string? Enclosed { get; init; }

    public DateTimeOffset DueAt { get; private set; } = dueAt;

    /// <summary>How often it was begun. It fences, too: who began it earlier has no more say about it.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Problem { get; private set; }
}
