using Broadsheet.Giving.Receipts.GiftAid;
using Broadsheet.Messages.Counting;

namespace Broadsheet.Giving;

/// <summary>What a giver says beside the amount, and where she was when she decided. Goes with her when she is erased.</summary>
public sealed record DonationWish
{
    public const int LongestText = 500, LongestName = 200;

    /// <summary>How the paper may name her in public; empty: not at all. To the paper itself she is known by her payment.</summary>
    public string PublicName { get; init; } = "";

    /// <summary>A word to the paper.</summary>
    public string Note { get; init; } = "";

    /// <summary>"In memory of …"</summary>
    public string Dedication { get; init; } = "";

    /// <summary>The story whose message she followed; null: unknown, and never guessed.</summary>
    public Guid? Story { get; init; }

    /// <summary>Where the button stood: "article", "front", "support", "newsletter"; empty: unknown.</summary>
    public string Place { get; init; } = "";

    /// <summary>The message whose button or amount was pressed; null: unknown, and never guessed.</summary>
    public Guid? Message { get; init; }

    /// <summary>The lots that her browser had drawn of messages that are compared, whatever led her here.</summary>
    public IReadOnlyList<MessageArm> Arms { get; init; } = [];

    /// <summary>The tier of membership that it pays for; null: it is a gift.</summary>
    public Guid? Tier { get; init; }

    /// <summary>What she declared to a UK charity, until the gift arrives and it is kept by itself.</summary>
    public GiftAidWords? GiftAid { get; init; }

    public DonationWish LedBy(Referral referral) => this with { Story = referral.Story, Place = referral.Place, Message = referral.Message };

    public DonationWish Nameless() => new() { Story = Story, Place = Place, Message = Message, Arms = Arms, Tier = Tier };
}
