using Broadsheet.Web.Fields;
using System.Globalization;
using Broadsheet.Readers;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Giving.Desk;

/// <summary>What the page asks on which a donation by bank or cash is entered, as typed.</summary>
/// <param name="Id">The form's: sent twice, it is one donation.</param>
public sealed record DonationEntry(Guid Id, long Edition, DonationRoad Road, string Amount, string Currency, string Day, string Name, string Address, string PublicName, string Reason)
{
    public static DonationEntry Empty(long edition, string currency, DateOnly today) =>
        new(Guid.CreateVersion7(), edition, DonationRoad.Bank, "", currency, FieldDay.Of(today), "", "", "", "");

    public static DonationEntry Read(IFormCollection form)
    {
        return new(Guid.TryParse(form["Id"], out var id) ? id : Guid.CreateVersion7(), long.TryParse(form["Edition"], CultureInfo.InvariantCulture, out var edition) ? edition : 0,
            form["Road"] == nameof(DonationRoad.Cash) ? DonationRoad.Cash : DonationRoad.Bank, Line("Amount"), Line("Currency").ToUpperInvariant(), Line("Day"), Line("Name"), Line("Address"), Line("PublicName"), Line("Reason"));

        string Line(string field) => form[field].ToString().ReplaceLineEndings(" ").Trim();
    }

    public Money? Given => Messages.Currency.Find(Currency) is { } currency && currency.Read(Amount) is { } minor ? new Money(minor, currency.Code) : null;

    public DateOnly? GivenOn => FieldDay.Read(Day);

    public Problems Check(DateOnly today)
    {
        var problems = new Problems();
        if (Messages.Currency.Find(Currency) is null) problems.Add(nameof(Currency), T("enter.problem.currency"));
        else if (Given is null) problems.Add(nameof(Amount), T("enter.problem.amount"));
        if (GivenOn is not { } day || day > today || day.Year < 1900) problems.Add(nameof(Day), T("enter.problem.day"));
        if (Address.Length > 0 && ReaderAddress.Read(Address) is null) problems.Add(nameof(Address), T("enter.problem.address"));
        if (Address.Length == 0 && Name.Length is 0 or > DonationWish.LongestName) problems.Add(nameof(Name), T("enter.problem.who"));
        if (Reason.Length is 0 or > 300) problems.Add(nameof(Reason), T("enter.problem.reason"));
        return problems;
    }
}
