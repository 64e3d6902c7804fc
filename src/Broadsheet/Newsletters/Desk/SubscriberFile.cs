using System.Globalization;
using Broadsheet.Readers;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Desk;

/// <summary>A line of a file that can be subscribed.</summary>
/// <param name="AgreedAt">When she agreed there; null: the file does not say.</param>
public sealed record SubscriberLine(int Number, ReaderAddress Address, string Name, DateTimeOffset? AgreedAt);

/// <summary>Reads what Mailchimp ("Email Address", "OPTIN_TIME", "CONFIRM_TIME" …), Ghost ("email", "subscribed_to_emails", "created_at" …) and we ourselves export.</summary>
public sealed class SubscriberFile
{
    private static readonly string[] AddressNames = ["email address", "email", "e-mail", "address"], NameNames = ["name"], FirstNames = ["first name"], LastNames = ["last name"];

    // The first that is filled in counts: a confirmation says more than a form.
    private static readonly string[] TimeNames = ["consent_at", "confirm_time", "optin_time", "subscribed_at", "created_at"], EndNames = ["unsub_time", "ended_at", "deleted_at"], WantNames = ["subscribed_to_emails"];

    public List<SubscriberLine> Good { get; } = [];
    public List<LeftLine> Left { get; } = [];

    /// <summary>Null: no column holds addresses.</summary>
    /// <exception cref="FormatException">A quoted field never ends; the message names its line.</exception>
    public static SubscriberFile? Read(string text)
    {
        var records = Csv.ReadFile(text).ToList();
        if (records.Count == 0) return null;

        var columns = records[0].Fields.Select((name, at) => (Name: name.ToLowerInvariant(), at)).GroupBy(one => one.Name).ToDictionary(same => same.Key, same => same.First().at);
        if (!AddressNames.Any(columns.ContainsKey)) return null;

        var (file, seen) = (new SubscriberFile(), new HashSet<string>());
        foreach (var record in records.Skip(1)) file.Take(record, columns, seen);
        return file;
    }

    private void Take((int Line, string[] Fields) record, Dictionary<string, int> columns, HashSet<string> seen)
    {
        var (typed, time) = (Of(AddressNames), Of(TimeNames));
        var agreed = DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : (DateTimeOffset?)null;
        if (ReaderAddress.Read(typed) is not { } address) Leave(T("import.why.address"));
        else if (Of(EndNames).Length > 0 || Of(WantNames).ToLowerInvariant() is "false" or "0" or "no") Leave(T("import.why.left-there"));
        else if (time.Length > 0 && agreed is null) Leave(T("import.why.time", ("time", time)));
        else if (!seen.Add(address.Normal)) Leave(T("import.why.twice"));
        else Good.Add(new(record.Line, address, Of(NameNames) is { Length: > 0 } name ? name : $"{Of(FirstNames)} {Of(LastNames)}".Trim(), agreed));

        void Leave(string why) => Left.Add(new(record.Line, typed, why));

        string Of(string[] names) => names.Select(name => columns.TryGetValue(name, out var column) && column < record.Fields.Length ? record.Fields[column] : "").FirstOrDefault(text => text.Length > 0) ?? "";
    }
}
