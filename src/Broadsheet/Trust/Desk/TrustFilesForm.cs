using System.Globalization;
using System.Text.RegularExpressions;
using Broadsheet.Trust.Machines;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Trust.Desk;

/// <summary>What is said for the whole paper, as typed.</summary>
/// <param name="Security">A mail address or a page.</param>
public sealed partial record TrustFilesForm(string Security, string SecurityPolicy, string Ads, string Relations, MachineTerms Machines, long Revision)
{
    private static readonly string[] RelationNames = ["member", "belongto", "control", "controlledby", "social", "vendor", "customer", "disclosure", "contact"];

    public static TrustFilesForm Of(TrustFiles files, MachineTerms terms, long revision) => new(
        files.Security.StartsWith("mailto:", StringComparison.Ordinal) ? files.Security["mailto:".Length..] : files.Security, files.SecurityPolicy, files.Ads, files.Relations, terms, revision);

    public static TrustFilesForm Read(IFormCollection form)
    {
        return new(Line("Security"), Line("SecurityPolicy"), Lines("Ads"), Lines("Relations"),
            new MachineTerms { IsStated = form["IsStated"] == "true", Search = form["Search"] == "true", Input = form["Input"] == "true", Training = form["Training"] == "true", Terms = Line("Terms") },
            long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

        string Line(string field) => form[field].ToString().Trim();
        string Lines(string field) => form[field].ToString().ReplaceLineEndings("\n").Trim();
    }

    public TrustFiles Files => new() { Security = MailText.IsAddress(Security) ? $"mailto:{Security}" : Security, SecurityPolicy = SecurityPolicy, Ads = Ads, Relations = Relations };

    public Problems Check()
    {
        var problems = new Problems();
        if (Security.Length > 0 && !MailText.IsAddress(Security) && !IsAddress(Security)) problems.Add(nameof(Security), T("trust.problem.security"));
        if (SecurityPolicy.Length > 0 && !IsAddress(SecurityPolicy)) problems.Add(nameof(SecurityPolicy), T("trust.problem.https"));
        if (Machines.Terms.Length > 0 && !IsAddress(Machines.Terms)) problems.Add("Terms", T("trust.problem.https"));
        if (Files.AdLines.FirstOrDefault(line => !AdLine().IsMatch(line)) is { } ad) problems.Add(nameof(Ads), T("trust.problem.ads", ("line", ad)));
        if (Files.RelationLines.FirstOrDefault(line => !IsRelation(line)) is { } relation) problems.Add(nameof(Relations), T("trust.problem.relations", ("line", relation)));
        return problems;
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && !text.Any(char.IsWhiteSpace);

    private static bool IsRelation(string line) =>
        line.StartsWith('#') || line.IndexOf('=') is > 0 and var sign && RelationNames.Contains(line[..sign].Trim()) && line[(sign + 1)..].Trim() is { Length: > 0 } value && (IsAddress(value) || value.StartsWith("mailto:", StringComparison.Ordinal));

    // A seller's domain, our account there, how we stand to it, and perhaps who vouches for it; or a variable; or a remark.
    [GeneratedRegex(@"^(#.*|[A-Za-z]+\s*=\s*\S.*|[a-z0-9.-]+\.[a-z]{2,}\s*,\s*[^,\s][^,]*,\s*(DIRECT|RESELLER)\s*(,\s*\S+\s*)?(#.*)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex AdLine();
}
