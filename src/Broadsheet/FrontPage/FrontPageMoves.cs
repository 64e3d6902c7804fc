namespace Broadsheet.FrontPage;

/// <summary>How a layout changes under an editor's hand. The same by mouse, by keyboard and by a form without script.</summary>
public static class FrontPageMoves
{
    extension(FrontPageLayout layout)
    {
        /// <summary>Puts a story into a place. What stands there moves down as far as the next place that arranges itself.</summary>
        /// <param name="until">For a story that had no place yet; one that had keeps its time.</param>
        public FrontPageLayout Put(Guid story, Zone zone, int slot, DateTimeOffset until)
        {
            slot = Math.Clamp(slot, 0, zone.Slots - 1);
            var before = layout.Find(story);
            var places = PlacesOf(layout, zone);
            var moved = (before ?? new(zone.Id, slot, story, until)) with { Zone = zone.Id };

            if (before is not null && places.IndexOf(before) is >= 0 and var from)
            {
                places.RemoveAt(from);
                places.Insert(slot, moved);
            }
            else
            {
                var free = places.FindIndex(slot, place => place is null);
                // Nothing is free below: the last one loses its place.
                places.RemoveAt(free < 0 ? places.Count - 1 : free);
                places.Insert(slot, moved);
            }
            return layout with { Placed = [.. layout.Placed.Where(placed => placed.Story != story && placed.Zone != zone.Id), .. places.Select((placed, at) => placed is null ? null : placed with { Slot = at }).OfType<PlacedStory>()] };
        }

        /// <summary>Moves a story one place up or down in its zone.</summary>
        public FrontPageLayout Nudge(Guid story, Zone zone, int by) => layout.Find(story) is { } placed && placed.Zone == zone.Id ? layout.Put(story, zone, placed.Slot + by, placed.Until) : layout;

        public FrontPageLayout Remove(Guid story) => layout with { Placed = [.. layout.Placed.Where(placed => placed.Story != story)] };

        /// <summary>For an old layout that is taken up again: what has ended since holds as long as if it were placed now.</summary>
        public FrontPageLayout Renewed(IReadOnlyList<Zone> zones, DateTimeOffset now) => layout with
        {
            Placed = [.. layout.Placed.Select(placed => placed.Until > now ? placed : placed with { Until = now.AddHours(zones.FirstOrDefault(zone => zone.Id == placed.Zone)?.Theme.Hours ?? ThemeZone.UsualHours).OnTheMinute() })],
        };
    }

    private static List<PlacedStory?> PlacesOf(FrontPageLayout layout, Zone zone)
    {
        var places = new PlacedStory?[zone.Slots];
        foreach (var placed in layout.Placed.Where(placed => placed.Zone == zone.Id && placed.Slot >= 0 && placed.Slot < zone.Slots)) places[placed.Slot] = placed;
        return [.. places];
    }
}
