using Broadsheet.Readers;

namespace Broadsheet.Newsletters.Issues;

/// <summary>One mail that is to be handed over now.</summary>
internal sealed record IssueTurn(Delivery Delivery, Subscription Subscription, Reader Reader, Newsletter Newsletter, DrawnMail Mail);

/// <summary>What became of it.</summary>
/// <param name="State">Waiting: it is tried again later.</param>
/// <param name="Problem">What the mail server said.</param>
/// <param name="IsAboutAddress">It said so of the reader's mailbox, not of us or of the mail.</param>
internal sealed record IssueOutcome(Delivery Delivery, DeliveryState State, string? Problem = null, bool IsAboutAddress = false);
