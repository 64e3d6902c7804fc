using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api;

/// <summary>A part of a list.</summary>
public sealed record Listed<T>
{
    [Description("The things, in the list’s order.")]
    public required IReadOnlyList<T> Items { get; init; }

    [Description("The path of the next part with everything that was asked; absent at the end.")]
    public string? Next { get; init; }
}

/// <summary>What every list is asked: how many, and after which.</summary>
public sealed record ListQuery
{
    internal const int Most = 200;

    [Description("How many at most, from 1 to 200; 50 unless given.")]
    public int? Limit { get; init; }

    [Description("Where the last part ended. Follow “next” of the answer rather than making one.")]
    public string? After { get; init; }

    internal int Size => Limit switch
    {
        null => 50,
        >= 1 and <= Most => Limit.Value,
        _ => throw ProblemKind.Malformed.At("limit", $"Ask for 1 to {Most} at a time."),
    };

    // A row's key.
    internal long Start
    {
        get
        {
            if (string.IsNullOrEmpty(After)) return 0;
            try
            {
                if (long.TryParse(Cursor.Unwrap(After), NumberStyles.None, CultureInfo.InvariantCulture, out var key)) return key;
            }
            catch (FormatException)
            {
                // Said below, like any other wrong one.
            }
            throw ProblemKind.Malformed.At("after", Cursor.Wrong);
        }
    }
}

internal static class Listing
{
    extension(ListQuery asked)
    {
        /// <summary>One more row than the part holds was read; it only tells that there is a next part.</summary>
        public Listed<TAnswer> Part<TRow, TAnswer>(IReadOnlyList<TRow> rows, Func<TRow, long> key, Func<TRow, TAnswer> answer, HttpRequest request) => new()
        {
            Items = [.. rows.Take(asked.Size).Select(answer)],
            Next = rows.Count > asked.Size ? Next(request, key(rows[asked.Size - 1])) : null,
        };
    }

    extension<T>(IQueryable<T> rows)
    {
        /// <summary>The part's rows and one more.</summary>
        public Task<List<T>> PartAsync(ListQuery asked, CancellationToken stop) => rows.Take(asked.Size + 1).ToListAsync(stop);
    }

    private static string Next(HttpRequest request, long key) => Cursor.Next(request, Cursor.Wrap(key.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>Where a part of a list ended, wrapped so that nobody builds on what is in it.</summary>
internal static class Cursor
{
    internal const string Wrong = "This is not where a part of this list ended. Follow “next” of an answer.";

    internal static string Wrap(string plain) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(plain));

    /// <exception cref="FormatException">It was not wrapped here.</exception>
    internal static string Unwrap(string after) => Encoding.ASCII.GetString(Base64Url.DecodeFromChars(after));

    /// <summary>The path of the next part with everything that was asked.</summary>
    internal static string Next(HttpRequest request, string after)
    {
        var asked = request.Query.Where(one => one.Key != "after").SelectMany(one => one.Value, (one, value) => KeyValuePair.Create(one.Key, value));
        return $"{request.Path}{QueryString.Create([.. asked, KeyValuePair.Create("after", (string?)after)])}";
    }
}
