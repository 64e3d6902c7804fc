using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.Extensions.Primitives;
using static Broadsheet.Web.Text;

namespace Broadsheet.Desks;

/// <summary>What a desk's page asks, as typed and ticked.</summary>
public sealed record DeskForm(string Name, bool SharesStories, IReadOnlyList<string> Members, IReadOnlyList<string> Sections, long Revision)
{
    public static DeskForm Empty { get; } = new("", true, [], [], 0);

    public static DeskForm Of(Desk desk) => new(
        desk.Name, desk.SharesStories, [.. desk.Members.Select(one => $"{one.MemberId}")], [.. desk.Sections.Select(one => $"{one.SectionId}")], desk.Revision);

    public static DeskForm Read(IFormCollection form) => new(
        form["Name"].ToString().ReplaceLineEndings(" ").Trim(), form["SharesStories"] == "true", Values(form["Members"]), Values(form["Sections"]),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public Problems Check()
    {
        var problems = new Problems();
        if (Name.Length is 0 or > 100) problems.Add(nameof(Name), T("desk.name-needed"));
        return problems;
    }

    /// <summary>Only what can be chosen is taken: a member who left meanwhile is no longer one.</summary>
    public void WriteTo(Desk desk, DeskChoices choices) => desk.Change(Name, SharesStories, Known(Members, choices.Members), Known(Sections, choices.Sections));

    public IReadOnlyList<StaleText> Against(Desk theirs, DeskChoices choices)
    {
        var other = Of(theirs);
        return StaleText.Of(new(T("desk.name"), Name, other.Name),
            new(T("desk.shares"), T(SharesStories ? "desk.yes" : "desk.no"), T(other.SharesStories ? "desk.yes" : "desk.no")),
            new(T("desk.members"), Words(Members, choices.Members), Words(other.Members, choices.Members)),
            new(T("desk.sections"), Words(Sections, choices.Sections), Words(other.Sections, choices.Sections)));
    }

    private static string[] Values(StringValues values) => [.. values.OfType<string>().Where(value => value.Length > 0).Distinct()];

    private static List<long> Known(IReadOnlyList<string> chosen, IReadOnlyList<Choice> choices) =>
        [.. choices.Where(choice => chosen.Contains(choice.Value)).Select(choice => long.Parse(choice.Value, CultureInfo.InvariantCulture))];

    private static string Words(IReadOnlyList<string> chosen, IReadOnlyList<Choice> choices) =>
        string.Join(" · ", choices.Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Label));
}
