using Broadsheet.Print;

namespace Broadsheet.Giving.Receipts.Templates;

/// <summary>A contemporaneous written acknowledgment: IRS Publication 1771, 26 U.S.C. § 170(f)(8).</summary>
public sealed record Us501c3 : ReceiptTemplate
{
    public override IReadOnlyList<string> Needs => [nameof(EntityDetails.Registration)];
    public override string Country => "US";
    public override string RegistrationWords => "receipt.us.registration";

    public override IEnumerable<SheetBlock> Print(Receipt receipt, SheetWords words) =>
    [
        new SheetParagraph(words.Say("receipt.us.status", ("entity", receipt.Issuer.Name))),
        new SheetParagraph(words.Say("receipt.us.nothing-given")),
    ];
}
