using Broadsheet.Print;

namespace Broadsheet.Giving.Receipts.Templates;

/// <summary>
/// What a Zuwendungsbestätigung for a gift of money must say (EStDV § 50; Bundesfinanzministerium, letter of 7 November 2013, GZ IV C 4):
/// who gave and where she lives, the amount in figures and in words, the notice of exemption, the purpose, and the warning about liability.
/// </summary>
public sealed record Germany : ReceiptTemplate
{
    public override IReadOnlyList<string> Needs =>
        [nameof(EntityDetails.Address), nameof(EntityDetails.Registration), nameof(EntityDetails.Approval), nameof(EntityDetails.Purpose), nameof(EntityDetails.Signatory)];

    public override string Country => "DE";

    // A tax office takes what follows the official pattern, whose words are German and binding.
    public override string Language => "de";
    public override string TitleWords => "receipt.germany.title";

    public override IEnumerable<SheetBlock> Print(Receipt receipt, SheetWords words) =>
    [
        new Print.Facts([new(words.Say("receipt.germany.kind"), words.Say("receipt.germany.money")), new(words.Say("receipt.germany.in-words"), InWords(receipt.Given, words)), new(words.Say("receipt.germany.expenses"), words.Say("receipt.germany.no"))]),
        new SheetParagraph(words.Say("receipt.germany.exempt", ("approval", receipt.Issuer.Approval), ("purpose", receipt.Issuer.Purpose))),
        new SheetParagraph(words.Say("receipt.germany.used", ("purpose", receipt.Issuer.Purpose))),
        new SheetParagraph(words.Say("receipt.signed", ("signatory", receipt.Issuer.Signatory))),
        new SmallPrint(words.Say("receipt.germany.liability")),
    ];

    // Each digit by its name is as good as the number's, says that letter, and the same in every language.
    private static string InWords(Money money, SheetWords words)
    {
        var digits = words.Say("receipt.digits").Split(' ');
        return string.Join(" – ", money.Plain.Select(sign => char.IsAsciiDigit(sign) ? digits[sign - '0'] : words.Say("receipt.point"))) + $" {money.Currency}";
    }
}
