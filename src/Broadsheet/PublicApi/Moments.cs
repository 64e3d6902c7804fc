using System.Globalization;
using Broadsheet.Api;
using Broadsheet.Articles;

namespace Broadsheet.PublicApi;

/// <summary>Moments of a query: RFC 3339, or a day (UTC).</summary>
internal static class Moments
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static PublishedDuring Between(string? since, string? until) => new(Read("since", since), Read("until", until));

    private static DateTimeOffset? Read(string name, string? text) => string.IsNullOrEmpty(text) ? null
        // A plus that was not escaped is a space.
        : DateTimeOffset.TryParseExact(text.Replace(' ', '+'), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment
        : throw ProblemKind.BadQuery.At(name, $"“{text}” is no moment. Write 2026-11-28T06:00:00Z, or 2026-11-28.");
}
