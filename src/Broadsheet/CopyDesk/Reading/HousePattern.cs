using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.CopyDesk.Reading;

/// <summary>
/// What an editor writes to find a form of number or date: words with places in braces, {n} a number, {d} a day, {month} a month's name,
/// {yyyy} a year, {word} any word. The same places in what is right print what stood there.
/// </summary>
public static class HousePattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private static readonly Dictionary<string, string> Places = new()
    {
        ["n"] = @"\d+(?:[.,]\d+)*",
        ["d"] = @"(?:3[01]|[12]?\d)(?!\d)",
        ["yyyy"] = @"(?:1[5-9]|20|21)\d\d",
        ["month"] = "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
            + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
            + "|ינואר|פברואר|מרץ|מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר"
            + "|يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)",
        ["word"] = @"\p{L}+",
    };

    public static bool IsPattern(string words) => words.Contains('{', StringComparison.Ordinal);

    /// <summary>The pattern as an expression, or null when it names a place that is not known.</summary>
    /// <param name="heedsCase">A capital in the pattern must be one in the text.</param>
    public static Regex? Compile(string pattern, bool heedsCase = false)
    {
        var expression = new StringBuilder();
        Dictionary<string, int> counts = [];
        for (var at = 0; at < pattern.Length;)
        {
            var open = pattern.IndexOf('{', at);
            var words = open < 0 ? pattern[at..] : pattern[at..open];
            expression.Append(string.Join(@"\s+", words.Split(' ').Select(Regex.Escape)).Replace("'", "['’]", StringComparison.Ordinal));
            if (open < 0) break;
            var close = pattern.IndexOf('}', open);
            if (close < 0 || !Places.TryGetValue(pattern[(open + 1)..close], out var place)) return null;
            var name = pattern[(open + 1)..close];
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            expression.Append(System.Globalization.CultureInfo.InvariantCulture, $"(?<{name}{count}>{place})");
            at = close + 1;
        }

        var edge = (pattern[0] == '{' || char.IsLetterOrDigit(pattern[0]) ? @"(?<![\p{L}\p{M}\d])" : "", pattern[^1] == '}' || char.IsLetterOrDigit(pattern[^1]) ? @"(?![\p{L}\p{M}\d])" : "");
        return new Regex($"{edge.Item1}{expression}{edge.Item2}", RegexOptions.CultureInvariant | (heedsCase ? RegexOptions.None : RegexOptions.IgnoreCase), Patience);
    }

    /// <summary>What is right, with what stood at the pattern's places.</summary>
    public static string Fill(string right, Match match)
    {
        var counts = new Dictionary<string, int>();
        var filled = new StringBuilder();
        for (var at = 0; at < right.Length;)
        {
            var open = right.IndexOf('{', at);
            var close = open < 0 ? -1 : right.IndexOf('}', open);
            if (close < 0) return filled.Append(right, at, right.Length - at).ToString();
            var name = right[(open + 1)..close];
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            filled.Append(right, at, open - at).Append(match.Groups[$"{name}{count}"].Value);
            at = close + 1;
        }

        return filled.ToString();
    }
}
