using System.Net;
using Broadsheet.Outbound;
using Broadsheet.Storage.Changes;

namespace Broadsheet.CopyDesk.Links;

/// <summary>An address outside the paper that a story leads to, and what became of it when it was last asked.</summary>
[StaysInNewsroom]
public sealed class OutsideLink(string address, string host, DateTimeOffset dueAt)
{
    /// <summary>Longer ones are not asked.</summary>
    public const int Longest = 2000;

    // A page that answers is asked again after a month; one that is gone sooner, since it may come back.
    private static readonly TimeSpan WhenAlive = TimeSpan.FromDays(30), WhenDead = TimeSpan.FromDays(7), WhenSilent = TimeSpan.FromDays(1);

    // A name that nobody knows is a typing error, or a server of names that is down.
    private const int DaysWithoutName = 2;

    public long Id { get; private set; }
    public string Address { get; private set; } = address;
    public string Host { get; private set; } = host;
    public DateTimeOffset DueAt { get; private set; } = dueAt;
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The last status; null: it did not answer.</summary>
    public int? Status { get; private set; }

    /// <summary>How often in a row no host had this name.</summary>
    public int NameUnknown { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>Only what says of itself that it is gone is dead. Who is forbidden to look, or asked to come later, knows nothing.</summary>
    public void Answered(HttpStatusCode status, DateTimeOffset now)
    {
        (Status, AskedAt, NameUnknown) = ((int)status, now, 0);
        IsDead = status is HttpStatusCode.NotFound or HttpStatusCode.Gone;
        DueAt = now + (IsDead ? WhenDead : (int)status < 400 ? WhenAlive : WhenSilent);
    }

    public void Failed(OutboundProblem problem, DateTimeOffset now)
    {
        (Status, AskedAt) = (null, now);
        NameUnknown = problem == OutboundProblem.NoHost ? NameUnknown + 1 : 0;
        IsDead = NameUnknown > DaysWithoutName;
        DueAt = now + (IsDead || problem == OutboundProblem.Refused ? WhenDead : WhenSilent);
    }

    /// <summary>The address as it is kept: whole, escaped, without the place in the page. Null: nothing that could be asked.</summary>
    public static Uri? Of(string href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0
            && new Uri(address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)) is { AbsoluteUri.Length: <= Longest } plain ? plain : null;
}
