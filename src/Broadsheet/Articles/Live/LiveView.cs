using System.Globalization;
using Broadsheet.Web;

namespace Broadsheet.Articles.Live;

/// <summary>What the editor is told of a look, in words and with links to the places.</summary>
public sealed record LiveView(string State, string Words, IReadOnlyList<LiveLine> Late, IReadOnlyList<LiveLine> Places, string Again, string Ask)
{
    // Until then nobody wants to know which place is last.
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(3);

    internal static LiveView Of(LiveCheck check, Article article, PublicPages pages)
    {
        var late = check.HasEnded || check.Elapsed > SoonEnough ? check.Late : [];
        var page = $"/newsroom/articles/{article.Id}";
        var since = $"since={check.Since.ToUnixTimeMilliseconds()}";
        return new(
            check.IsLive ? "live" : check.HasEnded ? "late" : "looking", WordsOf(check, article, late),
            [.. late.Select(sight => LiveLine.Of(sight, pages))], [.. check.Sights.Select(sight => LiveLine.Of(sight, pages))],
            $"{page}?{since}", $"{page}/live?{since}");
    }

    private static string WordsOf(LiveCheck check, Article article, IReadOnlyList<LiveSight> late)
    {
        var isOut = article.PublicStatus == StatusCodes.Status200OK;
        return check switch
        {
            { IsLive: true, IsFromTheAct: true } => Text.T(isOut ? "live.in" : "live.goneIn", ("seconds", Seconds(check.Took))),
            { IsLive: true } => Text.T(isOut ? "live.now" : "live.gone"),
            { HasEnded: true, Sights.Count: 0 } => Text.T("live.unknown"),
            { HasEnded: true } => Text.T("live.givenUp", ("seconds", Seconds(check.Elapsed < LiveCheck.Patience ? check.Elapsed : LiveCheck.Patience))),
            _ => Text.T(late.Count > 0 ? "live.notYet" : "live.looking"),
        };
    }

    // Rounded up, so that nothing is ever said to be quicker than it was.
    internal static string Seconds(TimeSpan time) => time.TotalSeconds < 9.9
        ? (Math.Ceiling(Math.Max(time.TotalSeconds, .05) * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture)
        : Math.Ceiling(time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
}

/// <summary>A place in the list.</summary>
/// <param name="Said">When it was right, or what is wrong there.</param>
public sealed record LiveLine(string Name, string Href, string Said)
{
    internal static LiveLine Of(LiveSight sight, PublicPages pages) => new(sight.Place.Name, pages.Of(sight.Place.Address).AbsoluteUri,
        sight.After is { } after ? Text.T("live.after", ("seconds", LiveView.Seconds(after))) : Text.T($"live.trouble.{sight.Trouble.ToString().ToLowerInvariant()}"));
}
