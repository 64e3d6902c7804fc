using System.Collections.Frozen;
using System.Globalization;

namespace Broadsheet.Print.Bidi;

/// <summary>What Unicode says of each character: its bidirectional class, and which bracket it opens or closes.</summary>
internal static class BidiData
{
    private static readonly List<(int First, int Last, BidiClass Class)> Ranges = [];
    private static readonly FrozenDictionary<char, char> Closings;

    static BidiData()
    {
        var pairs = new Dictionary<char, char>();
        using var stream = typeof(BidiData).Assembly.GetManifestResourceStream("print/bidi-classes.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;

            var words = line.Split(' ');
            foreach (var (first, last) in words.Skip(1).Select(RangeOf))
            {
                if (words[0] == "PAIRS") pairs.Add((char)first, (char)last);
                else Ranges.Add((first, last, Enum.Parse<BidiClass>(words[0])));
            }
        }

        Ranges.Sort();
        Closings = pairs.ToFrozenDictionary();
        Openings = pairs.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }

    private static FrozenDictionary<char, char> Openings { get; }

    public static BidiClass ClassOf(int character)
    {
        var (low, high) = (0, Ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Ranges[middle].Last < character) low = middle + 1;
            else if (Ranges[middle].First > character) high = middle - 1;
            else return Ranges[middle].Class;
        }

        return BidiClass.L;
    }

    /// <summary>The classes of a text, one for each UTF-16 unit: both halves of a pair have that of their character.</summary>
    public static BidiClass[] ClassesOf(string text)
    {
        var classes = new BidiClass[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            classes[i] = ClassOf(isPair ? char.ConvertToUtf32(text, i) : text[i]);
            if (isPair) classes[i + 1] = classes[i++];
        }

        return classes;
    }

    /// <summary>The bracket that closes this one, if it opens; angle brackets of two code points are one.</summary>
    public static bool Opens(char bracket, out char closing)
    {
        if (!Closings.TryGetValue(bracket, out closing)) return false;

        closing = Canonical(closing);
        return true;
    }

    public static bool Closes(char bracket, out char itself)
    {
        itself = Canonical(bracket);
        return Openings.ContainsKey(bracket);
    }

    private static char Canonical(char closing) => closing == '\u232A' ? '\u3009' : closing;

    private static (int First, int Last) RangeOf(string word)
    {
        var ends = word.Split('-');
        return (int.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), int.Parse(ends[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
