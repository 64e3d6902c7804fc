using System.Globalization;

namespace Broadsheet.CopyDesk.Reading;

/// <param name="Thing">The word counted, by its beginning: "killed", "people". Empty when it is a year, a day, an age.</param>
internal sealed record Number(PassageReading Passage, Stretch At, string Text, double Value, string Thing);

/// <summary>Numbers of a passage with what they count, in digits or in words.</summary>
internal static class Numbers
{
    private const int StemLength = 5;

    public static IEnumerable<Number> In(PassageReading passage, Lists lists)
    {
        var (words, scales, skips) = (lists.Phrases("numbers"), lists.Phrases("scales"), lists.Set("number-skips"));
        for (var at = 0; at < passage.Words.Count; at++)
        {
            if (passage.IsQuoted(passage.Words[at].Start) || Value(passage, at, words) is not { } value) continue;
            var last = at;
            if (passage.AreJoined(last) && scales.At(passage, last + 1) is { Entry: { Length: > 0 } scale } match) (value, last) = (value * double.Parse(scale, CultureInfo.InvariantCulture), match.Last);
            // Two hundred and twelve.
            if (value >= 100 && passage.AreJoined(last) && last + 2 < passage.Words.Count && passage.Words[last + 1].Key is "and" or "y" && passage.AreJoined(last + 1) && Value(passage, last + 2, words) is { } rest && rest < 100) (value, last) = (value + rest, last + 2);
            var isYear = last == at && value is >= 1500 and <= 2100 && !passage.TextOf(passage.Words[at]).Contains(',', StringComparison.Ordinal);
            var next = last;
            var thing = "";
            while (!isYear && passage.AreJoined(next) && next - last < 3)
            {
                next++;
                if (skips.Contains(passage.Words[next].Key)) continue;
                if (!passage.Words[next].IsNumber && !passage.Words[next].IsCapital) thing = Stem(passage.Words[next].Key);
                break;
            }

            var (start, end) = (passage.Words[at].Start, passage.Words[last].End);
            yield return new(passage, new(start, end - start), passage.Text[start..end], value, thing);
            at = last;
        }
    }

    private static double? Value(PassageReading passage, int at, PhraseList words)
    {
        var word = passage.Words[at];
        if (word.IsNumber)
        {
            var digits = string.Concat(word.Key.Where(letter => letter is not (',' or '٬')).Select(letter => char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter));
            return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        return words.At(passage, at) is { Entry: { Length: > 0 } written } match && match.First == match.Last ? double.Parse(written, CultureInfo.InvariantCulture) : null;
    }

    private static string Stem(string key) => key.Length <= StemLength ? key : key[..StemLength];
}
