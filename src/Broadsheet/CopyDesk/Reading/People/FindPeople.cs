namespace Broadsheet.CopyDesk.Reading.People;

/// <summary>
/// Finds people named in full. In Latin script a name is a run of capitals that something tells to be a person's: a title
/// before it, a well-known given name, a family name that stands first, the paper's own list. In Hebrew and Arabic, which have no capitals,
/// only the list can tell.
/// </summary>
internal sealed class FindPeople(CopyReading copy)
{
    private readonly IReadOnlySet<string> officials = copy.Lists.Set("officials");
    private readonly IReadOnlySet<string> titles = copy.Lists.Set("titles");
    private readonly IReadOnlySet<string> notNames = copy.Lists.Set("not-names");
    private readonly IReadOnlySet<string> particles = Lists.Of("any").Set("particles");

    public List<Mention> All()
    {
        var found = new List<Mention>();
        foreach (var passage in copy.Passages.Where(passage => passage.Passage.Place is not (Place.Headline or Place.ShortHeadline or Place.Heading)))
        {
            for (var first = 0; first < passage.Words.Count; first++)
            {
                if (Known(passage, first) is { } known)
                {
                    found.Add(known);
                    first = passage.FirstWordAt(known.At.End) - 1;
                }
                else if (passage.Words[first].IsCapital)
                {
                    var last = EndOfRun(passage, first);
                    if (InRun(passage, first, last) is { } mention) found.Add(mention);
                    first = last;
                }
            }
        }

        return found;
    }

    private Mention? Known(PassageReading passage, int first)
    {
        foreach (var person in copy.Copy.House.People)
        {
            var keys = Letters.KeysOf(person.Name);
            if (keys.Length < 2 || first + keys.Length > passage.Words.Count) continue;
            if (!keys.Select((key, place) => passage.Words[first + place].Key == key || place == keys.Length - 1 && Bare(passage.Words[first + place].Key) == key).All(fits => fits)) continue;
            var parts = person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var family = Array.FindIndex(parts, part => Letters.KeyOf(part) == Letters.KeyOf(person.Family.Length > 0 ? person.Family : parts[^1]));
            var (start, end) = (passage.Words[first].Start, passage.Words[first + keys.Length - 1].End);
            return new(passage, new(start, end - start), parts, Math.Max(0, family), family == 0, person.Role.ToLowerInvariant());
        }

        return null;
    }

    private int EndOfRun(PassageReading passage, int first)
    {
        var last = first;
        while (last + 1 < passage.Words.Count && passage.AreJoined(last) && !EndsInPossessive(passage.Words[last].Key))
        {
            if (passage.Words[last + 1].IsCapital) last++;
            else if (particles.Contains(passage.Words[last + 1].Key) && last + 2 < passage.Words.Count && passage.AreJoined(last + 1) && passage.Words[last + 2].IsCapital) last += 2;
            else break;
        }

        return last;
    }

    private Mention? InRun(PassageReading passage, int first, int last)
    {
        var role = "";
        var start = first;
        for (var at = first; at < last; at++)
        {
            if (!IsTitle(passage.Words[at].Key)) continue;
            (role, start) = (passage.Words[at].Key, at + 1);
        }

        while (role == "" && start < last && notNames.Contains(passage.Words[start].Key)) start++;
        if (role == "" && start == first && RoleBefore(passage, first) is { } before) role = before;

        var count = last - start + 1;
        if (count is < 2 or > 5) return null;
        string[] parts = [.. passage.Words[start..(last + 1)].Select(word => passage.TextOf(word))];
        var isOwned = EndsInPossessive(passage.Words[last].Key);
        if (isOwned) parts[^1] = parts[^1][..^2];
        if (parts.Any(part => notNames.Contains(Letters.KeyOf(part)))) return null;

        var familyFirst = NameOrder.FamilyFirst(parts);
        if (role == "" && familyFirst is null && !NameOrder.IsWestern(parts[0])) return null;
        var end = passage.Words[last].End - (isOwned ? 2 : 0);
        return new(passage, new(passage.Words[start].Start, end - passage.Words[start].Start), parts, familyFirst ?? parts.Length - 1, familyFirst is not null, role);
    }

    // "spokesperson Wang Wenbin", "spokesperson, Wang Wenbin".
    private string? RoleBefore(PassageReading passage, int first)
    {
        if (first == 0 || !IsTitle(passage.Words[first - 1].Key)) return null;
        var between = passage.Text.AsSpan(passage.Words[first - 1].End, passage.Words[first].Start - passage.Words[first - 1].End).Trim();
        return between.IsEmpty || between is "," or "." ? passage.Words[first - 1].Key : null;
    }

    private bool IsTitle(string key) => officials.Contains(key) || titles.Contains(key);

    private static bool EndsInPossessive(string key) => key.EndsWith("'s", StringComparison.Ordinal);

    private static string Bare(string key) => EndsInPossessive(key) ? key[..^2] : key;
}
