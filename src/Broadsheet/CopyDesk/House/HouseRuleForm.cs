using System.Globalization;
using Broadsheet.CopyDesk.Reading;
using Broadsheet.Editions;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.CopyDesk.House;

/// <summary>What a rule's page asks, as typed.</summary>
public sealed record HouseRuleForm(string Kind, string Find, string Right, string Language, string Severity, string Advice, string Example, string Source, long Revision = 0)
{
    public static HouseRuleForm Empty { get; } = new("Term", "", "", "", "Ask", "", "", "");

    public static HouseRuleForm Of(HouseRule rule) =>
        new(rule.Kind.ToString(), rule.Find, rule.Right, rule.Language, rule.Severity.ToString(), rule.Advice, rule.Example, rule.Source, rule.Revision);

    public static HouseRuleForm Read(IFormCollection form) => new(
        Field(form, "Kind"), Field(form, "Find"), Field(form, "Right"), Field(form, "Language"), Field(form, "Severity"), Field(form, "Advice"), Field(form, "Example"), Field(form, "Source"),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public HouseRuleText Text => new(Enum.Parse<HouseKind>(Kind, ignoreCase: true), Find, Right, Language, Enum.Parse<Severity>(Severity, ignoreCase: true), Advice, Example, Source);

    public Problems Check()
    {
        var problems = new Problems();
        if (!Enum.TryParse<HouseKind>(Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return problems.Add(nameof(Kind), T("house.problem.kind", ("kinds", string.Join(", ", Enum.GetNames<HouseKind>()))));
        if (!Enum.TryParse<Severity>(Severity, ignoreCase: true, out var severity) || !Enum.IsDefined(severity)) problems.Add(nameof(Severity), T("house.problem.severity"));
        if (Language.Length > 0 && !Edition.IsLanguage(Language)) problems.Add(nameof(Language), T("house.problem.language"));
        if (Find.Length == 0 && kind != HouseKind.Name) problems.Add(nameof(Find), T("house.problem.find"));
        if (Find.Length > 2000 || Right.Length > 500 || Advice.Length > 2000) problems.Add(nameof(Find), T("house.problem.long"));
        if (Right.Length == 0 && (Find.Length == 0 || kind is HouseKind.Term or HouseKind.Spelling)) problems.Add(nameof(Right), T("house.problem.right"));
        foreach (var form in Find.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (HousePattern.Compile(form) is null) problems.Add(nameof(Find), T("house.problem.pattern", ("form", form)));
        return problems;
    }

    public IReadOnlyList<StaleText> Against(HouseRule theirs) => StaleText.Of(
        new(T("house.find"), Find, theirs.Find), new(T("house.right"), Right, theirs.Right), new(T("house.language"), Language, theirs.Language), new(T("house.severity"), Severity, theirs.Severity.ToString()),
        new(T("house.advice"), Advice, theirs.Advice), new(T("house.example"), Example, theirs.Example), new(T("house.source"), Source, theirs.Source));

    private static string Field(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings(" ").Trim();
}
