using System.Globalization;
using System.Text;

namespace Broadsheet.Articles.Chains;

/// <summary>day-heads.txt in the data folder: a line a day, only ever added to, so that who changes the database alone is told by it.</summary>
internal static class HeadFile
{
    public const string Name = "day-heads.txt";

    /// <summary>The hash of each day in a file like ours, wherever a copy of it was kept.</summary>
    public static async Task<SortedDictionary<DateOnly, string>> ReadAsync(string path, CancellationToken stop)
    {
        var heads = new SortedDictionary<DateOnly, string>();
        if (!File.Exists(path)) return heads;
        foreach (var line in await File.ReadAllLinesAsync(path, stop))
        {
            if (line.Split(' ') is [var day, var hash, ..] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known)) heads[known] = hash;
        }
        return heads;
    }

    /// <summary>Adds the days that it lacks. What stands in it is never changed.</summary>
    /// <param name="heads">In their order.</param>
    public static async Task AddAsync(string path, IEnumerable<DayHead> heads, CancellationToken stop)
    {
        var known = await ReadAsync(path, stop);
        var last = known.Count > 0 ? known.Keys.Last() : DateOnly.MinValue;
        var lines = string.Concat(heads.Where(head => head.Day > last).Select(head => head.Line + "\n"));
        if (lines.Length == 0) return;

        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        await file.WriteAsync(Encoding.UTF8.GetBytes(lines), stop);
        file.Flush(flushToDisk: true);
    }
}
