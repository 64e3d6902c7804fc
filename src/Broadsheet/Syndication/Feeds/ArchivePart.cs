using System.Globalization;
using System.Text.RegularExpressions;
using Broadsheet.Articles;

namespace Broadsheet.Syndication.Feeds;

/// <summary>
/// One archive document of a feed (RFC 5005, 4): so many stories of a month (UTC), counted from its first. A new story is always the last of its month,
/// so that a part which is full stays as it is, for ever.
/// </summary>
internal readonly partial record struct ArchivePart(int Year, int Month, int Number)
{
    /// <summary>As many as the feed itself holds: what is not in a full part yet is always in the feed.</summary>
    public const int Length = 30;

    public DateTimeOffset From => new(Year, Month, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Until => From.AddMonths(1);

    public PublishedDuring Days => new(From, Until);

    public static ArchivePart Of(DateTimeOffset moment, int place) => new(moment.UtcDateTime.Year, moment.UtcDateTime.Month, ((place - 1) / Length) + 1);

    /// <summary>"2026-11-2".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Number}");

    public static ArchivePart? Parse(string name) => Pattern().Match(name) is { Success: true } match
        ? new(Read(match, 1), Read(match, 2), Read(match, 3)) : null;

    private static int Read(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(19[0-9]{2}|2[0-9]{3})-(0[1-9]|1[0-2])-([1-9][0-9]{0,4})$")]
    private static partial Regex Pattern();
}

/// <summary>Where a document stands among the archives of its feed.</summary>
/// <param name="Here">Null: it is the feed itself, to which one subscribes.</param>
internal sealed record ArchivePlace(ArchivePart? Here, ArchivePart? Previous, ArchivePart? Next)
{
    public static ArchivePlace None { get; } = new(null, null, null);
}
