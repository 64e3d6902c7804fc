using Broadsheet.Storage.Changes;

namespace Broadsheet.Webhooks;

/// <summary>Somebody outside who is told what happens to stories: an address, what it wants to hear, and how it has been doing.</summary>
[StaysInNewsroom]
public sealed partial class WebhookReceiver(DateTimeOffset madeAt)
{
    public const int LongestName = 100, LongestAddress = 500;

    /// <summary>How long the secret before this one still signs.</summary>
    public static readonly TimeSpan OldSecretLasts = TimeSpan.FromDays(1);

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7(madeAt);
    public DateTimeOffset MadeAt { get; private set; } = madeAt;
    public string Name { get; private set; } = "";

    /// <summary>A whole address, https.</summary>
    public string Address { get; private set; } = "";

    public IReadOnlyList<WebhookEvent> Events { get; private set; } = [];

    /// <summary>Of this edition alone; null: of all.</summary>
    public long? EditionId { get; private set; }

    /// <summary>Of stories of this section alone; null: of all. The section may be gone: then there is nothing to hear, which is not the same as all.</summary>
    public long? SectionId { get; private set; }

    /// <summary>Switched on by a person. While it is off nothing is written down for it.</summary>
    public bool IsOn { get; private set; } = true;

    public string Secret { get; private set; } = WebhookSecret.New();
    public string? OldSecret { get; private set; }
    public DateTimeOffset? OldSecretUntil { get; private set; }

    /// <summary>Grows with every save in the newsroom; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    /// <returns>Whether it begins anew, so that what waits for it should not wait any more.</returns>
    public bool Change(string name, string address, IReadOnlyList<WebhookEvent> events, long? edition, long? section, bool isOn)
    {
        // Somebody else stands there, or the same one, mended: what was held against the old one is forgotten.
        var beginsAnew = address != Address || (isOn && !IsOn);
        if (beginsAnew) Resume();
        (Name, Address, Events, EditionId, SectionId, IsOn) = (name, address, events, edition, section, isOn);
        Revision++;
        return beginsAnew;
    }

    /// <param name="sections">The story's, and the one it left just now.</param>
    public bool Wants(WebhookEvent happened, long edition, IEnumerable<long?> sections) =>
        IsOn && Events.Contains(happened) && (EditionId is null || EditionId == edition) && (SectionId is null || sections.Contains(SectionId));

    public void Rotate(DateTimeOffset now)
    {
        (OldSecret, OldSecretUntil, Secret) = (Secret, now + OldSecretLasts, WebhookSecret.New());
        Revision++;
    }

    /// <summary>All that sign now, the newest first.</summary>
    public IEnumerable<string> SecretsAt(DateTimeOffset now) => OldSecret is { } old && now < OldSecretUntil ? [Secret, old] : [Secret];
}
