using Broadsheet.Web.Fields;
using Broadsheet.Readers;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Members.Free;

/// <summary>A line of a file that is taken.</summary>
public sealed record FreeLine(int Number, ReaderAddress Address, Tier Tier, DateOnly Until, string Reason);

/// <summary>A CSV file of memberships that the paper gives: a column "email", and where they differ from the form "tier", "until" and "reason".</summary>
/// <param name="Good">In the order of the file.</param>
public sealed record FreeFile(IReadOnlyList<FreeLine> Good, IReadOnlyList<LeftLine> Left)
{
    /// <returns>Null where no column is called "email".</returns>
    /// <exception cref="FormatException">It is no CSV; the message names the line.</exception>
    public static FreeFile? Read(string text, FreeForm form, IReadOnlyList<Tier> tiers, DateOnly today)
    {
        using var lines = Csv.ReadFile(text).GetEnumerator();
        if (!lines.MoveNext()) return null;

        var names = lines.Current.Fields.Select(name => name.ToLowerInvariant()).ToList();
        var (email, tier, until, reason) = (names.FindIndex(name => name is "email" or "e-mail" or "email address"), names.IndexOf("tier"), names.IndexOf("until"), names.IndexOf("reason"));
        if (email < 0) return null;

        var (good, left, seen) = (new List<FreeLine>(), new List<LeftLine>(), new HashSet<string>());
        while (lines.MoveNext())
        {
            var (number, fields) = lines.Current;
            string At(int column) => column >= 0 && column < fields.Length ? fields[column] : "";

            var asked = At(tier).Length == 0 ? tiers.FirstOrDefault(one => one.PublicId.ToString() == form.Tier) : tiers.FirstOrDefault(one => string.Equals(one.Name, At(tier), StringComparison.OrdinalIgnoreCase));
            var day = At(until).Length == 0 ? form.LastDay : FieldDay.Read(At(until));
            var why = At(reason).Length == 0 ? form.Reason : At(reason);
            var address = ReaderAddress.Read(At(email));
            var problem = address is null ? T("free.why.address")
                : asked is null ? T("free.why.tier", ("tier", At(tier)))
                : day is null ? T("free.why.until", ("day", At(until)))
                : day < today ? T("free.why.past", ("day", At(until)))
                : why.Length > FreeMembership.LongestReason ? T("free.why.reason")
                : !seen.Add(address.Normal) ? T("free.why.twice")
                : null;
            if (problem is null) good.Add(new(number, address!, asked!, day!.Value, why));
            else left.Add(new(number, At(email), problem));
        }
        return new(good, left);
    }
}
