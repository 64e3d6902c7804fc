using Broadsheet.Print;

namespace Broadsheet.Giving.Receipts.Templates;

/// <summary>
/// A gift to a UK charity. What HMRC asks of a Gift Aid declaration (Income Tax Act 2007 s. 428; the Donations to Charity by Individuals
/// Regulations 2016) is printed for givers who have made one.
/// </summary>
public sealed record UkGiftAid : ReceiptTemplate
{
    public override IReadOnlyList<string> Needs => [nameof(EntityDetails.Registration), nameof(EntityDetails.Address)];
    public override string Country => "GB";
    public override string RegistrationWords => "receipt.uk.registration";

    public override IEnumerable<SheetBlock> Print(Receipt receipt, SheetWords words) => receipt.Giver.HasDeclared
        ? [new SheetHeading(words.Say("receipt.uk.heading")), new SheetParagraph(words.Say("receipt.uk.declared", ("giver", receipt.Giver.Name), ("entity", receipt.Issuer.Name))), new SmallPrint(words.Say("receipt.uk.tax"))]
        : [new SmallPrint(words.Say("receipt.uk.undeclared"))];
}
