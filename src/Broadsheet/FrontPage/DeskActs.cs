using Broadsheet.Editions;
using static Broadsheet.Web.Text;

namespace Broadsheet.FrontPage;

/// <summary>What the desk's buttons do to the layout in hand. Nothing is kept; the answer says what was done, for eyes and for screen readers.</summary>
public sealed class DeskActs(FrontPageDesk desk, DeskStories stories, TimeProvider clock)
{
    /// <param name="act">The button's value at its bars: <c>up|story</c>, <c>put|story|zone|slot</c> …</param>
    public async Task<IResult> AnswerAsync(Edition edition, DeskForm form, IReadOnlyList<Zone> zones, string[] act, IFormCollection fields, CancellationToken stop)
    {
        var story = act.Length > 1 && Guid.TryParse(act[1], out var id) ? id : Guid.Empty;
        var layout = story == Guid.Empty ? form.Layout : Do(form.Layout, act, story, zones, form, edition, fields);
        return await desk.AnswerAsync(edition, form with { Layout = layout }, stop, await SayAsync(act[0], story, form.Layout, layout, zones, edition, stop));
    }

    private FrontPageLayout Do(FrontPageLayout layout, string[] act, Guid story, IReadOnlyList<Zone> zones, DeskForm form, Edition edition, IFormCollection fields)
    {
        var now = form.GoesLiveAt(edition) is { } later && later > clock.GetUtcNow() ? later : clock.GetUtcNow();
        switch (act)
        {
            case ["up", _] when ZoneOf(story) is { } zone: return layout.Nudge(story, zone, -1);
            case ["down", _] when ZoneOf(story) is { } zone: return layout.Nudge(story, zone, +1);
            case ["off", _]: return layout.Remove(story);
            case ["put", _, var name, var slot] when Named(name) is { } zone && int.TryParse(slot, out var at): return layout.Put(story, zone, at, Until(zone));
            case ["place", _] when (Named(form.Into) ?? zones[0]) is { } zone: return layout.Put(story, zone, 0, Until(zone));
            case ["to", _] when Named(fields[$"To-{story}"]) is { } zone && zone != ZoneOf(story): return layout.Put(story, zone, 0, Until(zone));
            default: return layout;
        }

        Zone? ZoneOf(Guid which) => Named(layout.Find(which)?.Zone);
        Zone? Named(string? name) => zones.FirstOrDefault(zone => zone.Id == name);
        DateTimeOffset Until(Zone zone) => now.AddHours(zone.Theme.Hours).OnTheMinute();
    }

    private async Task<string?> SayAsync(string act, Guid story, FrontPageLayout before, FrontPageLayout after, IReadOnlyList<Zone> zones, Edition edition, CancellationToken stop)
    {
        if (story == Guid.Empty) return null;
        var headline = (await stories.NamedAsync([story], edition, stop)).GetValueOrDefault(story)?.Headline ?? T("frontPage.gone");
        if (after.Find(story) is not { } placed) return T("frontPage.said.off", ("headline", headline));

        var zone = zones.First(one => one.Id == placed.Zone);
        var said = T(act is "up" or "down" && before.Find(story) == placed ? "frontPage.said.stays" : "frontPage.said.stands", ("headline", headline), ("place", placed.Slot + 1), ("places", zone.Slots), ("zone", zone.Title));
        var fell = before.Placed.FirstOrDefault(one => one.Story != story && after.Find(one.Story) is null);
        return fell is null ? said : $"{said} {T("frontPage.said.fell", ("headline", (await stories.NamedAsync([fell.Story], edition, stop)).GetValueOrDefault(fell.Story)?.Headline ?? T("frontPage.gone")))}";
    }
}

internal static class Minutes
{
    extension(DateTimeOffset time)
    {
        /// <summary>Without seconds, which no field shows: what was not touched is then what was kept.</summary>
        internal DateTimeOffset OnTheMinute() => new(time.Ticks - time.Ticks % TimeSpan.TicksPerMinute, time.Offset);
    }
}
