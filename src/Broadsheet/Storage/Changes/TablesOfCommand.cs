using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Broadsheet.Storage.Changes;

/// <summary>Which tables a command names. EF writes SQL of few shapes, and everything here comes from EF.</summary>
internal sealed partial record TablesOfCommand(FrozenSet<string> Read, FrozenSet<string> ByRows, string? Written)
{
    // Commands are few and come again; raw text with values in it would be many, so there is an end.
    private const int Most = 5000;

    private static readonly ConcurrentDictionary<string, TablesOfCommand> Known = new();

    internal static TablesOfCommand Of(string sql)
    {
        if (Known.TryGetValue(sql, out var known)) return known;

        var found = Parse(sql);
        if (Known.Count < Most) Known.TryAdd(sql, found);
        return found;
    }

    private static TablesOfCommand Parse(string sql) => new(
        Sources().Matches(sql).Select(match => match.Groups[1].Value).ToFrozenSet(),
        sql.Split('\n').Where(line => line.StartsWith("-- " + ReadTags.Prefix, StringComparison.Ordinal))
            .SelectMany(line => line[(3 + ReadTags.Prefix.Length)..].Trim().Split(", ")).ToFrozenSet(),
        Targets().Match(sql) is { Success: true } target ? target.Groups[1].Value : null);

    // A list that was sent along (json_each, unnest) is no table.
    [GeneratedRegex("""\b(?:FROM|JOIN)\s+"?(\w+)\b(?!\()"?""")]
    private static partial Regex Sources();

    [GeneratedRegex("""^\s*(?:UPDATE|DELETE FROM|INSERT INTO)\s+"?(\w+)"?""", RegexOptions.Multiline)]
    private static partial Regex Targets();
}
