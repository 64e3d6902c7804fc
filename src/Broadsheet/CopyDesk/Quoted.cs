using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk;

/// <summary>What in a story is said by others: inside quotation marks, in a quotation block, or marked as a quotation.</summary>
public sealed class Quoted
{
    private readonly Dictionary<(string Block, Place Place), PassageReading> _passages = [];

    public Quoted(string language, IReadOnlyList<Passage> passages)
    {
        // A block has one text of each kind; where two share an id, the first is meant.
        foreach (var reading in CopyReading.ReadQuoted(new(language, passages))) _passages.TryAdd((reading.Passage.Block, KindOf(reading.Passage.Place)), reading);
    }

    /// <param name="place">A caption, an alternative text, a box's title; anything else is the block's own text.</param>
    /// <param name="start">In UTF-16 units from the beginning of the passage's text.</param>
    public bool Touches(string block, Place place, int start, int length)
    {
        if (!_passages.TryGetValue((block, KindOf(place)), out var passage)) return false;
        for (var at = start; at < start + length; at++)
            if (passage.IsQuoted(at)) return true;
        return false;
    }

    private static Place KindOf(Place place) => place is Place.Caption or Place.AltText or Place.BoxTitle ? place : Place.Paragraph;
}
