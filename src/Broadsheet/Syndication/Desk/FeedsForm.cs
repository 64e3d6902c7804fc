using System.Globalization;
using Broadsheet.Syndication.Feeds;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Syndication.Desk;

/// <summary>What the page of the feeds asks, as typed.</summary>
/// <param name="FullText">Editions whose feeds carry the text, by inside key.</param>
/// <param name="Hubs">One address a line.</param>
/// <param name="TellsEngines">IndexNow.</param>
public sealed record FeedsForm(IReadOnlyList<string> FullText, string Hubs, bool TellsEngines, long Revision)
{
    public static FeedsForm Read(IFormCollection form) => new(
        [.. form["FullText"].OfType<string>()], form["Hubs"].ToString().ReplaceLineEndings("\n").Trim(), form["TellsEngines"] == "true",
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public FeedHubs Chosen => new() { Hubs = [.. Hubs.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()] };

    public Problems Check()
    {
        var problems = new Problems();
        // At most three: each is told of each feed.
        if (Chosen.Hubs.Count > 3) problems.Add(nameof(Hubs), T("feeds.problem.many"));
        if (Chosen.Hubs.FirstOrDefault(hub => hub.Length > 500 || !Uri.TryCreate(hub, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) is { } wrong) problems.Add(nameof(Hubs), T("feeds.problem.hub", ("address", wrong)));
        return problems;
    }
}
