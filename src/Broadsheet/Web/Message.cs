using System.Globalization;
using System.Text;

namespace Broadsheet.Web;

/// <summary>
/// The part of ICU MessageFormat that our texts use: {name} and {name, plural, =0 {…} one {…} other {…}} with #.
/// The one package on NuGet that does more brings its own parser of dates and numbers and is ten times this.
/// </summary>
public static class Message
{
    public static string Format(string pattern, string language, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal)) return pattern;

        var text = new StringBuilder(pattern.Length + 16);
        for (var at = 0; at < pattern.Length;)
        {
            if (pattern[at] != '{')
            {
                text.Append(pattern[at++]);
                continue;
            }

            var end = Closing(pattern, at);
            Fill(text, pattern[(at + 1)..end], language, values);
            at = end + 1;
        }

        return text.ToString();
    }

    private static void Fill(StringBuilder text, string argument, string language, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var parts = argument.Split(',', 3, StringSplitOptions.TrimEntries);
        var value = Find(parts[0], values);

        if (parts is not [_, "plural", var choices])
        {
            text.Append(Convert.ToString(value, CultureInfo.GetCultureInfo(language)));
            return;
        }

        var count = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        var chosen = Choose(choices, count, language);
        var number = count.ToString("N0", CultureInfo.GetCultureInfo(language));
        text.Append(Format(chosen.Replace("#", number, StringComparison.Ordinal), language, values));
    }

    private static object? Find(string name, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (candidate, value) in values)
        {
            if (candidate == name) return value;
        }

        throw new FormatException($"The text asks for {{{name}}}, which was not given.");
    }

    private static string Choose(string choices, long count, string language)
    {
        var wanted = PluralForm.Of(count, language);
        string? exact = null, form = null, other = null;

        for (var at = 0; choices.IndexOf('{', at) is var open and >= 0;)
        {
            var name = choices[at..open].Trim();
            var end = Closing(choices, open);
            var body = choices[(open + 1)..end];
            if (name == $"={count}") exact = body;
            if (name == wanted) form = body;
            if (name == "other") other = body;
            at = end + 1;
        }

        return exact ?? form ?? other ?? throw new FormatException("A plural without \"other\".");
    }

    private static int Closing(string pattern, int open)
    {
        var depth = 0;
        for (var at = open; at < pattern.Length; at++)
        {
            if (pattern[at] == '{') depth++;
            else if (pattern[at] == '}' && --depth == 0) return at;
        }

        throw new FormatException("A { without its }.");
    }
}
