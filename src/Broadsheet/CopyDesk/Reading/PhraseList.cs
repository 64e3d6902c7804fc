namespace Broadsheet.CopyDesk.Reading;

/// <summary>
/// Phrases to look for. A line is words, each place with its alternatives, and what stands instead:
/// <c>condemn|condemned on => $1</c>, where $1 is the word that stood at the first place.
/// </summary>
internal sealed class PhraseList
{
    private readonly Dictionary<string, List<Phrase>> byFirst = [];
    private readonly string prefixes;

    private PhraseList(string language) => prefixes = language switch { "he" => "ושהבלמכ", "ar" => "وفبلك", _ => "" };

    public static PhraseList Parse(IEnumerable<string> lines, string language)
    {
        var list = new PhraseList(language);
        foreach (var line in lines) list.Add(line);
        return list;
    }

    private void Add(string line)
    {
        var parts = line.Split("=>", 2, StringSplitOptions.TrimEntries);
        string[][] places = [.. parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => place.Split('|').Select(word => Letters.KeyOf(word)).ToArray())];
        var phrase = new Phrase(places, parts.Length > 1 ? parts[1] : null);
        foreach (var first in places[0])
        {
            if (!byFirst.TryGetValue(first, out var known)) byFirst[first] = known = [];
            known.Add(phrase);
        }
    }

    public bool IsEmpty => byFirst.Count == 0;

    public IEnumerable<PhraseMatch> In(PassageReading passage)
    {
        for (var first = 0; first < passage.Words.Count; first++)
            if (At(passage, first) is { } match) yield return match;
    }

    /// <summary>The longest phrase that begins at this word.</summary>
    public PhraseMatch? At(PassageReading passage, int first)
    {
        var key = passage.Words[first].Key;
        for (var cut = 0; cut <= (prefixes.Length > 0 ? Math.Min(2, key.Length - 2) : 0); cut++)
        {
            if (cut > 0 && !prefixes.Contains(key[cut - 1], StringComparison.Ordinal)) break;
            if (byFirst.TryGetValue(cut == 0 ? key : key[cut..], out var phrases) && Longest(passage, first, phrases, cut) is { } match) return match;
        }

        return null;
    }

    private static PhraseMatch? Longest(PassageReading passage, int first, List<Phrase> phrases, int cut)
    {
        PhraseMatch? best = null;
        foreach (var phrase in phrases)
        {
            var last = first + phrase.Places.Length - 1;
            if (last >= passage.Words.Count || best is { } known && known.Last >= last || !Fits(passage, first, phrase, cut)) continue;
            var start = passage.Words[first].Start + cut;
            best = new(first, last, new(start, passage.Words[last].End - start), phrase.Fix is null ? null : Fill(passage, first, phrase.Fix, start), phrase.Fix ?? "");
        }

        return best;
    }

    private static bool Fits(PassageReading passage, int first, Phrase phrase, int cut)
    {
        for (var place = 0; place < phrase.Places.Length; place++)
        {
            var key = passage.Words[first + place].Key;
            if (place == 0 && cut > 0) key = key[cut..];
            if (!phrase.Places[place].Contains(key)) return false;
            if (place > 0 && !passage.AreJoined(first + place - 1)) return false;
        }

        return true;
    }

    private static string Fill(PassageReading passage, int first, string fix, int start)
    {
        var filled = fix;
        for (var place = 9; place >= 1; place--)
            if (filled.Contains($"${place}", StringComparison.Ordinal)) filled = filled.Replace($"${place}", passage.TextOf(passage.Words[first + place - 1]), StringComparison.Ordinal);
        return char.IsUpper(passage.Text[start]) && filled.Length > 0 ? char.ToUpperInvariant(filled[0]) + filled[1..] : filled;
    }

    private sealed record Phrase(string[][] Places, string? Fix);
}

/// <param name="First">Place of its first word in the passage's words.</param>
/// <param name="Fix">What stands instead, with a capital where the text has one.</param>
/// <param name="Entry">The same as the list has it.</param>
internal readonly record struct PhraseMatch(int First, int Last, Stretch At, string? Fix, string Entry);
