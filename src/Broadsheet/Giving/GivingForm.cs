using Broadsheet.Messages;
using Broadsheet.Messages.Counting;

namespace Broadsheet.Giving;

/// <summary>What /give asks, as typed or as the address that led there says.</summary>
/// <param name="Amount">One of the suggested amounts, in whole units; "other" where it is typed.</param>
/// <param name="Typed">An amount of her own.</param>
public sealed record GivingForm(
    string Amount, string Typed, Frequency Frequency, bool CoversFee, string PublicName, string Note, string Dedication, string Story, string Place, string Message, string Arms)
{
    public const string Other = "other";

    public static GivingForm Read(Func<string, string?> field) => new(
        Line(field, "amount"), Line(field, "typed"), Enum.TryParse<Frequency>(field("every"), ignoreCase: true, out var every) && Enum.IsDefined(every) ? every : Frequency.Once,
        field("fee") == "true", Line(field, "name"), Line(field, "note"), Line(field, "dedication"), Line(field, "story"), Line(field, "place"), Line(field, "message"), Line(field, "arms"))
    {
        IsGiftAid = field("aid") == "true",
        AidName = Line(field, "aid-name"),
        AidHome = Line(field, "aid-home").ReplaceLineEndings("\n"),
    };

    /// <summary>She has a UK charity reclaim tax.</summary>
    public bool IsGiftAid { get; init; }

    public string AidName { get; init; } = "";

    /// <summary>Lines of her home address.</summary>
    public string AidHome { get; init; } = "";

    public static GivingForm Of(DonationRequest request, Currency currency) => new(
        Other, currency.Typed(request.Minor), request.Frequency, false, request.Wish.PublicName, request.Wish.Note, request.Wish.Dedication, request.Wish.Story?.ToString() ?? "", request.Wish.Place,
        request.Wish.Message?.ToString() ?? "", MessageArm.Print(request.Wish.Arms))
    {
        IsGiftAid = request.Wish.GiftAid is not null,
        AidName = request.Wish.GiftAid?.Name ?? "",
        AidHome = request.Wish.GiftAid?.Home ?? "",
    };

    /// <summary>The amount in minor units, before a fee is added; null where nothing was chosen, or nothing that is an amount.</summary>
    public long? Minor(Currency currency) => currency.Read(Amount is Other or "" ? Typed : Amount);

    public DonationWish Wish => new DonationWish { PublicName = PublicName, Note = Note, Dedication = Dedication, Arms = MessageArm.Read(Arms) }.LedBy(Referral.Read(Story, Place, Message));

    private static string Line(Func<string, string?> field, string name)
    {
        var text = (field(name) ?? "").Trim();
        return text.Length <= DonationWish.LongestText ? text : text[..DonationWish.LongestText];
    }
}
