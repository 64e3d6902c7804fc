using System.Globalization;
using System.Text;
using static Broadsheet.Newsletters.Issues.IssueMail;

namespace Broadsheet.Newsletters.Issues;

/// <summary>A message of the paper, as it stands below the stories of a mail.</summary>
/// <param name="Label">"A message from …"</param>
/// <param name="Address">Whole; empty: there is no button.</param>
public sealed record IssueAppeal(string Label, string Title, string Text, string Button, string Address)
{
    /// <summary>What is suggested to give; none where nobody can give online.</summary>
    public IReadOnlyList<IssueAmount> Amounts { get; init; } = [];

    /// <summary>Null: there is none.</summary>
    public IssueGoal? Goal { get; init; }

    public bool Equals(IssueAppeal? other) => other is not null && (Label, Title, Text, Button, Address, Goal) == (other.Label, other.Title, other.Text, other.Button, other.Address, other.Goal) && Amounts.SequenceEqual(other.Amounts);

    public override int GetHashCode() => HashCode.Combine(Title, Text, Address, Goal, Amounts.Count);

    public string Html(string start)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""<tr><td class="ink" align="{start}" style="padding:28px 24px 0;font-family:Georgia,serif;font-size:17px;line-height:1.5" dir="auto"><p class="quiet" style="margin:0;padding:16px 0 0;border-top:1px solid #8a8a8a;font-family:Arial,sans-serif;font-size:13px">{E(Label)}</p>""");
        if (Title.Length > 0) html.Append(CultureInfo.InvariantCulture, $"""<p style="margin:8px 0 0;font-size:20px;font-weight:bold">{E(Title)}</p>""");
        foreach (var paragraph in Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) html.Append(CultureInfo.InvariantCulture, $"""<p style="margin:8px 0 0">{E(paragraph)}</p>""");
        if (Goal is not null) html.Append(Goal.Html(start));
        if (Amounts.Count > 0) html.Append("""<p style="margin:14px 0 0;line-height:2.8">""").AppendJoin(' ', Amounts.Select(amount => amount.Html)).Append("</p>");
        if (Address.Length > 0) html.Append(CultureInfo.InvariantCulture, $"""<p style="margin:12px 0 0"><a href="{E(Address)}" style="font-weight:bold">{E(Button)}</a></p>""");
        return html.Append("</td></tr>").ToString();
    }

    /// <summary>Its paragraphs in the mail's text part; empty where it says nothing.</summary>
    public IEnumerable<string> Paragraphs =>
        [Label, Title, Text, Goal?.Words ?? "", string.Join('\n', Amounts.Select(amount => $"{amount.Words}: {amount.Address}")), Address.Length == 0 ? "" : $"{Button}: {Address}"];
}

/// <summary>An amount that is suggested, and the way to give it.</summary>
/// <param name="Words">As readers write it: "€5".</param>
/// <param name="Address">Whole.</param>
public sealed record IssueAmount(string Words, string Address)
{
    public string Html => $"""<a class="amount" href="{E(Address)}" style="padding:8px 16px;border:1px solid #8a8a8a;text-decoration:none;font-family:Arial,sans-serif;font-size:16px;white-space:nowrap">{E(Words)}</a>""";
}

/// <summary>How far a message's goal is reached.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Words">"€25 of €100 by 31 March 2026".</param>
public sealed record IssueGoal(int Percent, string Words)
{
    // Cells, as every mail program draws them: one that is empty would be no narrower than its padding.
    public string Html(string start)
    {
        var (reached, left) = (Cell("reached", "#1a1a1a", Percent), Cell("left", "#d9d5cc", 100 - Percent));
        return string.Create(CultureInfo.InvariantCulture, $"""<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;margin:14px 0 0"><tr>{reached}{left}</tr></table><p align="{start}" style="margin:6px 0 0;font-family:Arial,sans-serif;font-size:14px">{E(Words)}</p>""");
    }

    private static string Cell(string name, string colour, int percent) => percent == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"""<td class="{name}" width="{percent}%" height="8" style="width:{percent}%;height:8px;line-height:8px;font-size:1px;background:{colour}">&nbsp;</td>""");
}
