using Broadsheet.Readers;

namespace Broadsheet.Newsletters.Issues;

/// <summary>One mail that is to be handed over now.</summary>
internal sealed record IssueTurn(Delivery Delivery, Subscription Subscription, Reader Reader, Newsletter Newsletter, DrawnMail Mail)
{
    public string Domain => Reader.Address[(Reader.Address.LastIndexOf('@') + 1)..];
}

/// <summary>What became of it.</summary>
/// <param name="State">Waiting: it is tried again later.</param>
/// <param name="Problem">What the mail server said.</param>
/// <param name="IsAboutAddress">It said so of the reader's mailbox, not of us or of the mail.</param>
/// <param name="Domain">The one that took the mail, or put it off and perhaps means us, not the mail.</param>
/// <param name="IsPlain">It said so plainly.</param>
internal sealed record IssueOutcome(Delivery Delivery, DeliveryState State, string? Problem = null, bool IsAboutAddress = false, string? Domain = null, bool IsPlain = false);
