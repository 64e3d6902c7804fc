using System.Globalization;
using Broadsheet.Messages;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Giving.Desk;

/// <summary>What the page of an edition's terms asks, as typed.</summary>
public sealed record TermsForm(string Least, bool TakesMonthly, bool TakesYearly, bool AsksForFee, string Percent, string Fixed)
{
    public static TermsForm Of(GivingTerms terms, Currency currency) => new(
        terms.LeastMinor == 0 ? "" : currency.Typed(terms.LeastMinor), terms.TakesMonthly, terms.TakesYearly, terms.AsksForFee,
        (terms.FeeBasisPoints / 100m).ToString("0.##", CultureInfo.InvariantCulture), currency.Typed(terms.FeeMinor));

    public static TermsForm Read(IFormCollection form) => new(
        form["Least"].ToString().Trim(), form["TakesMonthly"] == "true", form["TakesYearly"] == "true", form["AsksForFee"] == "true", form["Percent"].ToString().Trim(), form["Fixed"].ToString().Trim());

    /// <returns>What is wrong, and the terms where nothing is.</returns>
    public (Problems Problems, GivingTerms? Terms) Check(Currency currency)
    {
        var problems = new Problems();
        var least = Least.Length == 0 ? 0 : currency.Read(Least);
        var part = Fixed is "" or "0" ? 0 : currency.Read(Fixed);
        if (least is null) problems.Add(nameof(Least), T("terms.problem.least"));
        if (!decimal.TryParse(Percent.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent is < 0 or > 20) problems.Add(nameof(Percent), T("terms.problem.percent"));
        if (part is null) problems.Add(nameof(Fixed), T("terms.problem.fixed"));
        return problems.Any ? (problems, null) : (problems, new GivingTerms
        {
            LeastMinor = least!.Value,
            TakesMonthly = TakesMonthly,
            TakesYearly = TakesYearly,
            AsksForFee = AsksForFee,
            FeeBasisPoints = (int)Math.Round(percent * 100),
            FeeMinor = part!.Value,
        });
    }
}
