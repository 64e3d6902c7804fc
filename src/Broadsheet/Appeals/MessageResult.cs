using Broadsheet.Giving;
using Broadsheet.Messages;

namespace Broadsheet.Appeals;

/// <summary>Gifts, or prices of memberships, of one currency, net of what went back.</summary>
/// <param name="Count">How many were given once; of recurring ones and of memberships, how many began.</param>
public sealed record GiftSum(Money Kept, int Count);

/// <summary>What a message brought: gifts, memberships and sign-ups that began with a press of its own, and nothing that is guessed.</summary>
/// <param name="Message">Null: the gifts of the edition that nobody knows the way of.</param>
/// <param name="Recurring">What came of them so far.</param>
/// <param name="Members">Memberships that began, and what was paid for them so far.</param>
/// <param name="Compared">Whether lots were drawn.</param>
public sealed record MessageResult(
    Message? Message, long EditionId, long Seen, long Browsers, IReadOnlyList<GiftSum> Once, IReadOnlyList<GiftSum> Recurring, IReadOnlyList<GiftSum> Members, long SignUps, bool Compared, Lot With, Lot Without)
{
    public Comparison? Comparison => Compared ? Comparison.Of(With, Without) : null;
}
