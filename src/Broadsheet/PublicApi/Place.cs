using System.Globalization;
using Broadsheet.Api;

namespace Broadsheet.PublicApi;

/// <summary>
/// Where a part of a list ended: at a moment and, of what has the same moment, at a key. What is published meanwhile stands before it, so no part shows a story
/// twice and none leaves one out.
/// </summary>
internal readonly record struct Place(DateTimeOffset Moment, long Key)
{
    public const int Most = 100;

    public string Text => Cursor.Wrap(string.Create(CultureInfo.InvariantCulture, $"{Moment.UtcTicks}.{Key}"));

    /// <exception cref="ApiProblemException">It is none of ours.</exception>
    public static Place? Read(string? after)
    {
        if (string.IsNullOrEmpty(after)) return null;
        try
        {
            if (Cursor.Unwrap(after).Split('.') is [var ticks, var key]
                && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment < DateTimeOffset.MaxValue.AddDays(-1).UtcTicks
                && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new(new DateTimeOffset(moment, TimeSpan.Zero), number);
        }
        catch (FormatException)
        {
            // Said below, like any other wrong one.
        }
        throw ProblemKind.BadQuery.At("after", Cursor.Wrong);
    }

    public static int SizeOf(string? limit) => limit is null ? 20
        : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= Most ? size
        : throw ProblemKind.BadQuery.At("limit", $"Ask for 1 to {Most} at a time.");
}
