using Broadsheet.Web.Fields;
using Broadsheet.Readers;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Members.Free;

/// <summary>What the page asks on which a membership is given, as typed; a line of a file is read as the same.</summary>
public sealed record FreeForm(string Address, string Tier, string Until, string Reason)
{
    public static FreeForm Empty { get; } = new("", "", "", "");

    public static FreeForm Read(IFormCollection form) => new(
        form["Address"].ToString().Trim(), form["Tier"].ToString(), form["Until"].ToString().Trim(), form["Reason"].ToString().ReplaceLineEndings(" ").Trim());

    /// <summary>Its last day; null: that is no day.</summary>
    public DateOnly? LastDay => FieldDay.Read(Until);

    /// <param name="asksAddress">Not where a file brings the addresses.</param>
    public Problems Check(IReadOnlyList<Tier> tiers, DateOnly today, bool asksAddress = true)
    {
        var problems = new Problems();
        if (asksAddress && ReaderAddress.Read(Address) is null) problems.Add(nameof(Address), T("free.problem.address"));
        if (tiers.All(tier => tier.PublicId.ToString() != Tier)) problems.Add(nameof(Tier), T("free.problem.tier"));
        if (LastDay is not { } day || day < today) problems.Add(nameof(Until), T("free.problem.until"));
        if (Reason.Length is 0 or > FreeMembership.LongestReason) problems.Add(nameof(Reason), T("free.problem.reason"));
        return problems;
    }
}
