using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Sample;

/// <summary>A story's file: lines "key: value" between two lines "---", then the body in Markdown.</summary>
internal sealed partial class SampleText
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public SampleText(string slug, string file)
    {
        Slug = slug;
        var parts = file.ReplaceLineEndings("\n").Split("---\n", 3);
        foreach (var line in parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            _values[line[..colon]] = line[(colon + 2)..].Trim();
        }
        // The reader of Markdown takes who said it from the fence's own line.
        Body = PullQuote().Replace(parts[2].Trim(), ":::pullquote $2\n$1\n:::");
    }

    public string Slug { get; }
    public string Body { get; }

    public string this[string key] => _values.GetValueOrDefault(key, "");

    public IEnumerable<string> List(string key) => this[key].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public DateTimeOffset Ago(string key, DateTimeOffset now) => now - Age(this[key]);

    /// <summary>Names with the words before them: "A, B; translated by: C" gives A and B with none, and C as translator.</summary>
    public IEnumerable<(string Name, string Role)> Bylines()
    {
        foreach (var part in this["byline"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(": ", StringComparison.Ordinal);
            var role = colon < 0 ? "" : part[..colon];
            foreach (var name in part[(colon < 0 ? 0 : colon + 2)..].Split(',', StringSplitOptions.TrimEntries)) yield return (name, role);
        }
    }

    [GeneratedRegex(@":::pullquote\n([^\n]*)\n— ([^\n]*)\n:::")]
    private static partial Regex PullQuote();

    // 25m, 2h30m, 1d6h, 1w1d
    private static TimeSpan Age(string text)
    {
        var (age, number) = (TimeSpan.Zero, "");
        foreach (var letter in text)
        {
            if (char.IsDigit(letter))
            {
                number += letter;
                continue;
            }
            var count = int.Parse(number, CultureInfo.InvariantCulture);
            age += letter switch
            {
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                'd' => TimeSpan.FromDays(count),
                'w' => TimeSpan.FromDays(7 * count),
                _ => throw new FormatException($"No age: {text}"),
            };
            number = "";
        }
        return age;
    }
}
