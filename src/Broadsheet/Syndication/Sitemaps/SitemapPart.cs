using System.Globalization;
using System.Text.RegularExpressions;
using Broadsheet.Articles;

namespace Broadsheet.Syndication.Sitemaps;

/// <summary>One file of the sitemap: so many of an edition's stories of a month (UTC). A new story changes the files of its own month alone.</summary>
/// <param name="Code">The edition's; empty for the first.</param>
internal sealed partial record SitemapPart(string Code, int Year, int Month, int Number)
{
    /// <summary>Far fewer than the 50,000 that the protocol allows: with its picture each takes a row of memory while the file is made.</summary>
    public const int Length = 2000;

    private DateTimeOffset From => new(Year, Month, 1, 0, 0, 0, TimeSpan.Zero);

    public PublishedDuring Days => new(From, From.AddMonths(1));

    /// <summary>At the root: a sitemap speaks for what lies below it.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/sitemap-{(Code.Length > 0 ? Code + "-" : "")}{Year:0000}-{Month:00}-{Number}.xml");

    public static SitemapPart? Parse(string name) => Pattern().Match(name) is { Success: true } match
        ? new(match.Groups[1].Value, Read(match, 2), Read(match, 3), Read(match, 4)) : null;

    private static int Read(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:([a-z0-9-]{1,20})-)?(19[0-9]{2}|2[0-9]{3})-(0[1-9]|1[0-2])-([1-9][0-9]{0,3})$")]
    private static partial Regex Pattern();
}
