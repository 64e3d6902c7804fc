using System.Buffers;

namespace Broadsheet.Search.Questions;

internal enum QuestionKey { Section, By, Topic, After, Before }

/// <param name="Key">What stood before the colon, if it was one of ours.</param>
internal readonly record struct QuestionToken(QuestionKey? Key, string Value, bool IsUnwanted, bool IsPhrase);

/// <summary>Cuts a question at its spaces and quotation marks.</summary>
internal static class QuestionTokens
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»״‟");
    private const string Minus = "-−–";

    // As an English and as a Hebrew reader types them.
    private static readonly Dictionary<string, QuestionKey> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["section"] = QuestionKey.Section,
        ["מדור"] = QuestionKey.Section,
        ["by"] = QuestionKey.By,
        ["מאת"] = QuestionKey.By,
        ["topic"] = QuestionKey.Topic,
        ["נושא"] = QuestionKey.Topic,
        ["after"] = QuestionKey.After,
        ["אחרי"] = QuestionKey.After,
        ["before"] = QuestionKey.Before,
        ["לפני"] = QuestionKey.Before,
    };

    internal static IEnumerable<QuestionToken> In(string typed)
    {
        var at = 0;
        while (at < typed.Length)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }
            // A mark of exclusion stands right before what it excludes.
            var isUnwanted = Minus.Contains(typed[at]) && at + 1 < typed.Length && !char.IsWhiteSpace(typed[at + 1]);
            if (isUnwanted) at++;
            var key = KeyAt(typed, at);
            if (key is not null) at = typed.IndexOf(':', at) + 1;
            (var value, var isPhrase, at) = ValueAt(typed, at);
            yield return new(key, value, isUnwanted, isPhrase);
        }
    }

    private static QuestionKey? KeyAt(string typed, int at)
    {
        var end = at;
        while (end < typed.Length && char.IsLetter(typed[end])) end++;
        return end < typed.Length && typed[end] == ':' && Keys.TryGetValue(typed[at..end], out var key) ? key : null;
    }

    private static (string Value, bool IsPhrase, int End) ValueAt(string typed, int at)
    {
        if (at < typed.Length && Quotes.Contains(typed[at]))
        {
            var close = typed.AsSpan(at + 1).IndexOfAny(Quotes);
            // One that is not closed reaches to the end.
            return close < 0 ? (typed[(at + 1)..].Trim(), false, typed.Length) : (typed.Substring(at + 1, close).Trim(), true, at + close + 2);
        }
        var end = at;
        while (end < typed.Length && !char.IsWhiteSpace(typed[end])) end++;
        return (typed[at..end], false, end);
    }
}
