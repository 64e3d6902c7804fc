using System.Buffers;

namespace Broadsheet.CopyDesk.Reading;

/// <summary>A passage and what was found out about it once, for every rule.</summary>
internal sealed class PassageReading(Passage passage, Lists lists)
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("“\"«„:‘");

    public Passage Passage { get; } = passage;

    public string Text => Passage.Text;

    public List<Word> Words { get; } = Reading.Words.Of(passage.Text);

    /// <summary>Stretches inside quotation marks, the marks included.</summary>
    public List<Stretch> Quotes { get; set; } = [];

    public List<Stretch> Brackets { get; } = [];

    /// <summary>Quotation marks and brackets without a partner.</summary>
    public List<Stretch> Faults { get; } = [];

    public List<Stretch> Sentences { get; } = Reading.Sentences.Of(passage.Text, lists.Abbreviations);

    public bool IsQuoted(int at)
    {
        if (Passage.Place is Place.Quote or Place.PullQuote) return true;
        foreach (var quote in Quotes)
            if (quote.Holds(at)) return true;
        foreach (var quote in Passage.Quotations)
            if (quote.At.Holds(at)) return true;
        return false;
    }

    public bool IsInBrackets(int at) => Brackets.Exists(pair => pair.Holds(at));

    public bool IsLinked(int at) => Passage.Links.Any(link => link.At.Holds(at));

    public Stretch SentenceAt(int at) => Sentences.Find(sentence => sentence.Holds(at)) is { Length: > 0 } found ? found : new(0, Text.Length);

    /// <summary>The words of a stretch, by their places in <see cref="Words"/>.</summary>
    public Range WordsIn(Stretch part)
    {
        var from = FirstWordAt(part.Start);
        var to = from;
        while (to < Words.Count && Words[to].Start < part.End) to++;
        return from..to;
    }

    public int FirstWordAt(int at)
    {
        var (low, high) = (0, Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Start < at) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Whether nothing but space stands between two neighbouring words.</summary>
    public bool AreJoined(int first) =>
        first >= 0 && first + 1 < Words.Count && IsBlank(Words[first].End, Words[first + 1].Start);

    public bool IsBlank(int from, int to)
    {
        for (var at = from; at < to; at++)
            if (!Letters.IsSpace(Text[at])) return false;
        return true;
    }

    public string TextOf(Word word) => Text.Substring(word.Start, word.Length);

    public bool BeginsSentence(int word) => Sentences.Exists(sentence => FirstWordAt(sentence.Start) == word) || word == 0
        || word > 0 && Text.AsSpan(Words[word - 1].End, Words[word].Start - Words[word - 1].End).IndexOfAny(Openers) >= 0;
}
