using System.Globalization;
using Broadsheet.Messages;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Members.Desk;

/// <summary>What a tier's page asks, as typed.</summary>
public sealed record TierForm(string Name, string Benefits, string Monthly, string Yearly, string Position, bool IsOpen, string StripeIds, long Revision)
{
    public static TierForm Empty { get; } = new("", "", "", "", "1", true, "", 0);

    public static TierForm Of(Tier tier, Currency currency) => new(
        tier.Name, tier.Benefits, tier.MonthlyMinor == 0 ? "" : currency.Typed(tier.MonthlyMinor), tier.YearlyMinor == 0 ? "" : currency.Typed(tier.YearlyMinor),
        (tier.Position + 1).ToString(CultureInfo.InvariantCulture), tier.IsOpen, tier.StripeIds, tier.Revision);

    public static TierForm Read(IFormCollection form) => new(
        form["Name"].ToString().ReplaceLineEndings(" ").Trim(), form["Benefits"].ToString().ReplaceLineEndings("\n").Trim(), form["Monthly"].ToString().Trim(), form["Yearly"].ToString().Trim(),
        form["Position"].ToString().Trim(), form["IsOpen"] == "true", form["StripeIds"].ToString().ReplaceLineEndings("\n").Trim(), long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public Problems Check(Currency currency)
    {
        var problems = new Problems();
        if (Name.Length is 0 or > 100) problems.Add(nameof(Name), T("tier.problem.name"));
        if (Monthly.Length > 0 && currency.Read(Monthly) is null) problems.Add(nameof(Monthly), T("tier.problem.price"));
        if (Yearly.Length > 0 && currency.Read(Yearly) is null) problems.Add(nameof(Yearly), T("tier.problem.price"));
        if (Monthly.Length + Yearly.Length == 0) problems.Add(nameof(Monthly), T("tier.problem.noPrice"));
        if (!int.TryParse(Position, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place is < 1 or > 1000) problems.Add(nameof(Position), T("tier.problem.position"));
        if (StripeIds.Length > 2000 || StripeIds.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(id => !id.StartsWith("price_", StringComparison.Ordinal) && !id.StartsWith("prod_", StringComparison.Ordinal) && !id.StartsWith("plan_", StringComparison.Ordinal)))
            problems.Add(nameof(StripeIds), T("tier.problem.stripe"));
        return problems;
    }

    /// <summary>To be called after a check that found nothing.</summary>
    public void Fill(Tier tier, Currency currency) =>
        tier.Change(Name, Benefits, currency.Read(Monthly) ?? 0, currency.Read(Yearly) ?? 0, int.Parse(Position, CultureInfo.InvariantCulture) - 1, IsOpen, StripeIds);

    public IReadOnlyList<StaleText> Against(TierForm theirs) => StaleText.Of(
        new(T("tier.name"), Name, theirs.Name), new(T("tier.benefits"), Benefits, theirs.Benefits), new(T("tiers.price"), $"{Monthly} / {Yearly}", $"{theirs.Monthly} / {theirs.Yearly}"));
}
