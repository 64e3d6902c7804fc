using Broadsheet.Print;

namespace Broadsheet.Giving.Receipts.Templates;

/// <summary>A receipt of an institution approved under section 46 of the Income Tax Ordinance.</summary>
public sealed record Israel46 : ReceiptTemplate
{
    public override IReadOnlyList<string> Needs => [nameof(EntityDetails.Registration), nameof(EntityDetails.Approval), nameof(EntityDetails.Address)];
    public override string Country => "IL";
    public override string TitleWords => "receipt.israel.title";
    public override string RegistrationWords => "receipt.israel.registration";

    public override IEnumerable<SheetBlock> Print(Receipt receipt, SheetWords words) =>
    [
        new SheetParagraph(words.Say("receipt.israel.approval", ("approval", receipt.Issuer.Approval))),
        .. receipt.Issuer.Signatory.Length == 0 ? [] : new SheetBlock[] { new SheetParagraph(words.Say("receipt.signed", ("signatory", receipt.Issuer.Signatory))) },
    ];
}
