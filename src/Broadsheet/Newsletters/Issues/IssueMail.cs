using System.Globalization;
using System.Net;
using System.Text;
using Broadsheet.Editions;

namespace Broadsheet.Newsletters.Issues;

/// <param name="Address">Whole, from the paper's settings.</param>
public sealed record IssueStory(string Headline, string Standfirst, string Address);

/// <summary>What stands in the mails of an issue: the same for everybody, save the link for leaving.</summary>
public sealed record IssueMail(Edition Edition, string Name, string Subject, string Preheader, string Intro, string PostalAddress, string Leave, IReadOnlyList<IssueStory> Stories)
{
    /// <summary>Where it stands on the web, and the words for it; null: nowhere.</summary>
    public required string? Web { get; init; }

    public required string WebWords { get; init; }

    /// <summary>Null: there is none.</summary>
    public IssuePicture? Picture { get; init; }

    /// <summary>Null: the paper asks for nothing.</summary>
    public IssueAppeal? Appeal { get; init; }

    /// <summary>Null: nobody sponsors it.</summary>
    public IssueSponsor? Sponsor { get; init; }

    /// <summary>When the dark colours hold: where the reader's machine is dark.</summary>
    public const string Night = "(prefers-color-scheme:dark)";

    private static string Style(string night) => $$$"""
        body{margin:0;background:#f4f2ee;color:#1a1a1a}.paper{background:#fff}.ink,.ink a{color:#1a1a1a}.quiet,.quiet a{color:#595959}.paid{background:#f1ece0}.amount{color:#1a1a1a}
        @media {{{night}}}{body,.desk{background:#141414!important}.paper{background:#1f1f1f!important}.ink,.ink a{color:#f2f0eb!important}.quiet,.quiet a{color:#b5b2ab!important}.paid{background:#2b2822!important}.amount{color:#f2f0eb!important}.reached{background:#f2f0eb!important}.left{background:#4a463e!important}}
        """;

    /// <summary>Whether nothing is left of it to send.</summary>
    public bool IsEmpty => Stories.Count == 0 && Intro.Length == 0;

    /// <summary>Whether the other would be drawn the same.</summary>
    public bool IsAs(IssueMail other) => (this with { Stories = [], Edition = other.Edition }) == (other with { Stories = [] }) && Edition.Id == other.Edition.Id && Stories.SequenceEqual(other.Stories);

    /// <summary>Tables, as mail programs draw them; styles stand at each element because some drop the head.</summary>
    /// <param name="night">When the dark colours hold, as a media query: in a preview at will.</param>
    public string Html(string leaveLink, string night = Night)
    {
        var (html, start) = (new StringBuilder(), Edition.IsRightToLeft ? "right" : "left");
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{E(Edition.Language)}" dir="{Edition.Direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>{E(Subject.Length > 0 ? Subject : Name)}</title><style>{Style(night)}</style></head>
            <body class="desk" style="margin:0"><div style="display:none;max-height:0;overflow:hidden">{E(Preheader)}</div><div role="main">
            <table role="presentation" class="desk" width="100%" cellpadding="0" cellspacing="0" border="0" dir="{Edition.Direction}" style="width:100%"><tr><td align="center" style="padding:16px 8px">
            <table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td class="ink" align="{start}" style="padding:28px 24px 16px;border-bottom:3px double #8a8a8a;font-family:Georgia,serif"><h1 style="margin:0;font-size:26px;line-height:1.2" dir="auto">{E(Name)}</h1><p class="quiet" style="margin:4px 0 0;font-size:14px" dir="auto">{E(Edition.Name)}</p></td></tr>
            """);
        if (Picture is not null) html.Append(Picture.Html(start)).Append('\n');
        foreach (var paragraph in Intro.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            html.Append(CultureInfo.InvariantCulture, $"""<tr><td class="ink" align="{start}" style="padding:16px 24px 0;font-family:Georgia,serif;font-size:17px;line-height:1.5" dir="auto">{E(paragraph)}</td></tr>""").Append('\n');
        foreach (var story in Stories)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <tr><td class="ink" align="{start}" style="padding:20px 24px 0;font-family:Georgia,serif"><h2 style="margin:0;font-size:20px;line-height:1.3" dir="auto"><a href="{E(story.Address)}" style="text-decoration:none">{E(story.Headline)}</a></h2><p style="margin:6px 0 0;font-size:16px;line-height:1.5" dir="auto">{E(story.Standfirst)}</p></td></tr>
                """).Append('\n');
        }
        if (Appeal is not null) html.Append(Appeal.Html(start)).Append('\n');
        if (Sponsor is not null) html.Append(Sponsor.Html(start)).Append('\n');
        html.Append(CultureInfo.InvariantCulture, $"""
            <tr><td class="quiet" align="{start}" style="padding:32px 24px 24px;font-family:Arial,sans-serif;font-size:13px;line-height:1.5"><p style="margin:0" dir="auto">{E(PostalAddress)}</p><p style="margin:8px 0 0">{OnWeb}<a href="{E(leaveLink)}">{E(Leave)}</a></p></td></tr></table></td></tr></table></div></body></html>
            """);
        return html.ToString();
    }

    public string Text(string leaveLink)
    {
        var parts = new List<string> { Name, Picture is null || Picture.Words.Length == 0 ? "" : $"[{Picture.Words}]", Intro };
        parts.AddRange(Stories.Select(story => $"{story.Headline}\n{story.Standfirst}\n{story.Address}"));
        if (Appeal is not null) parts.AddRange(Appeal.Paragraphs);
        if (Sponsor is not null) parts.Add(Sponsor.Text);
        parts.Add($"-- \n{PostalAddress}\n{(Web is null ? "" : $"{WebWords}: {Web}\n")}{Leave}: {leaveLink}");
        return string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
    }

    private string OnWeb => Web is null ? "" : $"""<a href="{E(Web)}">{E(WebWords)}</a> · """;

    internal static string E(string text) => WebUtility.HtmlEncode(text);
}
