using System.Globalization;
using Broadsheet.Paper;
using Broadsheet.Print;

namespace Broadsheet.Giving.Receipts;

/// <summary>The theme's words in an edition's language, as they are set on a sheet: what is put into a sentence disturbs it in no direction.</summary>
public sealed class SheetWords(ReaderWords words, PaperEdition edition)
{
    public PaperEdition Edition => edition;

    public string Say(string key, params (string Name, string Value)[] values) =>
        words.Say(edition, key, [.. values.Select(value => (value.Name, (object)SheetText.Isolate(value.Value)))]);

    public string Day(DateOnly day) => day.ToString(words.Say(edition, "date.day"), CultureInfo.GetCultureInfo(edition.Language));

    /// <summary>With the currency's code: many call theirs a dollar.</summary>
    public string Amount(Money money)
    {
        var printed = money.In(edition.Language);
        return printed.Contains(money.Currency, StringComparison.Ordinal) ? printed : $"{printed} ({money.Currency})";
    }

    public Sheet Sheet(string title, EntityDetails issuer, DateTimeOffset madeAt, IReadOnlyList<SheetBlock> blocks) =>
        new(string.Concat(title.Where(letter => letter is not ('\u2068' or '\u2069'))), edition.Language, edition.Direction == "rtl", madeAt, [Head(issuer), new SheetTitle(title), .. blocks])
        {
            Author = issuer.Name,
            Paper = issuer.Country is "US" or "CA" or "MX" ? PaperSize.Letter : PaperSize.A4,
            PageOf = (page, pages) => Say("receipt.page", ("page", page.ToString(CultureInfo.InvariantCulture)), ("pages", pages.ToString(CultureInfo.InvariantCulture))),
        };

    private Letterhead Head(EntityDetails issuer) => new(issuer.Name,
        [.. issuer.Address.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), .. issuer.Registration.Length == 0 ? [] : new[] { Say(issuer.Template.RegistrationWords, ("number", issuer.Registration)) }]);
}
