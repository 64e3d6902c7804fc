using Broadsheet.Accounts;
using Broadsheet.Readers;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Newsletters;

/// <summary>
/// Somebody typed an address and asked for newsletters. Until its owner confirms it by the link in the mail, there is no reader and no
/// subscription, only this, and after a week nothing.
/// </summary>
[StaysInNewsroom]
public sealed class SubscriptionRequest
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public SubscriptionRequest(AgreedForm form, ReaderAddress address, long editionId, Secret key, DateTimeOffset now)
    {
        PublicId = form.Id;
        (Address, TypedAddress) = (address.Normal, address.Typed);
        EditionId = editionId;
        Newsletters = form.Newsletters;
        (Page, Text, Message) = (form.Page, form.Text, form.Message);
        KeyHash = key.Hash;
        CreatedAt = now;
        ExpiresAt = now + Lifetime;
    }

    private SubscriptionRequest() { }

    public long Id { get; private set; }

    /// <summary>The form's: sent twice, it is one request.</summary>
    public Guid PublicId { get; private set; }

    public string Address { get; private set; } = "";
    public string TypedAddress { get; private set; } = "";
    public long EditionId { get; private set; }
    public IReadOnlyList<long> Newsletters { get; private set; } = [];
    public string Page { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>The message whose form it was.</summary>
    public Guid? Message { get; private set; }

    public byte[] KeyHash { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
}
