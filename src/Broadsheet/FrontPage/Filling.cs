namespace Broadsheet.FrontPage;

/// <summary>One place of an arranged page.</summary>
/// <param name="Story">Null: there are not enough stories.</param>
/// <param name="IsPlaced">By an editor; else it came by itself.</param>
public sealed record FilledSlot<T>(T? Story, bool IsPlaced) where T : class;

public sealed record FilledZone<T>(Zone Zone, IReadOnlyList<FilledSlot<T>> Slots) where T : class
{
    public IReadOnlyList<T> Stories => [.. Slots.Select(slot => slot.Story).OfType<T>()];
}

/// <summary>
/// Gives every place of a front page its story: first those that editors placed, then, zone by zone, what comes by itself.
/// No story gets two places, whatever was placed, and none stays empty while there is a story for it.
/// </summary>
/// <param name="fits">Whether a story may stand in a zone at all.</param>
/// <param name="opens">Whether it is one to open the zone with.</param>
/// <param name="find">Stories for a zone, the best first: besides those taken, as many as asked for, or all there are.</param>
internal sealed class Filling<T>(Func<T, long> key, Func<Zone, T, bool> fits, Func<Zone, T, bool> opens, Func<Zone, IReadOnlySet<long>, int, Task<IReadOnlyList<T>>> find) where T : class
{
    private readonly HashSet<long> _taken = [];

    /// <param name="placed">Those that hold now.</param>
    /// <param name="outNow">Of the placed stories, those that readers may see.</param>
    internal async Task<IReadOnlyList<FilledZone<T>>> FillAsync(IReadOnlyList<Zone> zones, IEnumerable<PlacedStory> placed, IReadOnlyDictionary<Guid, T> outNow)
    {
        var page = zones.ToDictionary(zone => zone.Id, zone => new FilledSlot<T>[zone.Slots]);
        foreach (var place in placed)
        {
            if (zones.FirstOrDefault(zone => zone.Id == place.Zone) is not { } zone || place.Slot < 0 || place.Slot >= zone.Slots) continue;
            if (page[zone.Id][place.Slot] is not null || !outNow.TryGetValue(place.Story, out var story) || !fits(zone, story) || !_taken.Add(key(story))) continue;
            page[zone.Id][place.Slot] = new(story, IsPlaced: true);
        }
        foreach (var zone in zones) await FillAsync(zone, page[zone.Id]);
        return [.. zones.Select(zone => new FilledZone<T>(zone, page[zone.Id]))];
    }

    private async Task FillAsync(Zone zone, FilledSlot<T>[] slots)
    {
        var free = Enumerable.Range(0, slots.Length).Where(slot => slots[slot] is null).ToList();
        var asksForFirst = free.Count > 0 && free[0] == 0 && zone.Theme.Opens.Count > 0;
        var asked = asksForFirst ? Math.Max(free.Count, zone.Theme.Among) : free.Count;
        List<T> found = asked == 0 ? [] : [.. (await find(zone, _taken, asked)).Where(story => fits(zone, story) && !_taken.Contains(key(story))).DistinctBy(key)];

        if (asksForFirst && found.Find(story => opens(zone, story)) is { } first)
        {
            found.Remove(first);
            found.Insert(0, first);
        }
        foreach (var (slot, at) in free.Select((slot, at) => (slot, at)))
        {
            slots[slot] = new(at < found.Count ? found[at] : null, IsPlaced: false);
            if (at < found.Count) _taken.Add(key(found[at]));
        }
    }
}
