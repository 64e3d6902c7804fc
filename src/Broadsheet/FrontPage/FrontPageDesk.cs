using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.FrontPage;

/// <param name="Placed">By an editor; null where the place arranges itself.</param>
/// <param name="Held">Until when, and in which field.</param>
/// <param name="Shown">What readers see there; another than the placed one while that is not out.</param>
public sealed record DeskSlot(int Number, PlacedStory? Held, DeskStory? Placed, DeskStory? Shown);

public sealed record DeskZone(Zone Zone, ZoneRule Rule, IReadOnlyList<DeskSlot> Slots);

/// <param name="State">What readers have now, in words.</param>
/// <param name="Said">What the last act did.</param>
/// <param name="IsChanged">Whether what stands here differs from what is kept.</param>
public sealed record FrontPageDeskView(
    Edition Edition, IReadOnlyList<Edition> Editions, string State, string? Said, bool IsChanged, DeskForm Form, IReadOnlyList<DeskZone> Zones, IReadOnlyList<DeskStory> Stories,
    IReadOnlyList<PlannedFrontPage> Plans, IReadOnlyList<Choice> Lists, BreakingDesk Breaking, Problems Problems, IReadOnlyList<StaleText>? Stale)
{
    public PlannedFrontPage? Plan => Plans.FirstOrDefault(plan => plan.Id == Form.Plan);
}

/// <summary>Draws the desk of an edition's front page: as it stands, after an act on what she has in hand, or with what was refused.</summary>
public sealed class FrontPageDesk(Newspaper newspaper, FrontPageArrangement arrangement, Zones zones, DeskStories stories, BreakingDesks breaking, TimeProvider clock)
{
    /// <summary>As it is kept: what readers have, or a plan.</summary>
    public async Task<IResult> ShowAsync(Edition edition, long? plan, CancellationToken stop)
    {
        var stands = await StandsAsync(edition, stop);
        var planned = stands.Plans.FirstOrDefault(row => row.Id == plan);
        return plan is not null && planned is null ? TypedResults.NotFound() : await AnswerAsync(edition, DeskForm.Of(stands.Page, planned, edition), stands, stop);
    }

    /// <summary>As it is kept, with a breaking-news line that was refused.</summary>
    public async Task<IResult> RefuseLineAsync(Edition edition, BreakingForm line, Problems problems, int status, CancellationToken stop)
    {
        var stands = await StandsAsync(edition, stop);
        return await AnswerAsync(edition, DeskForm.Of(stands.Page, null, edition), stands, stop, null, problems, status, line);
    }

    /// <summary>With what she has in hand.</summary>
    public async Task<IResult> AnswerAsync(Edition edition, DeskForm form, CancellationToken stop, string? said = null, Problems? problems = null, int status = StatusCodes.Status200OK) =>
        await AnswerAsync(edition, form, await StandsAsync(edition, stop), stop, said, problems, status);

    private async Task<Stands> StandsAsync(Edition edition, CancellationToken stop) => new(
        await newspaper.FrontPages.AsNoTracking().SingleOrDefaultAsync(row => row.EditionId == edition.Id, stop),
        await newspaper.PlannedFrontPages.AsNoTracking().Where(row => row.EditionId == edition.Id).OrderBy(row => row.GoesLiveAt).ToListAsync(stop));

    private async Task<RazorComponentResult> AnswerAsync(
        Edition edition, DeskForm form, Stands stands, CancellationToken stop, string? said = null, Problems? problems = null, int status = StatusCodes.Status200OK, BreakingForm? line = null)
    {
        var now = clock.GetUtcNow();
        var (page, plans) = stands;
        var inHand = plans.FirstOrDefault(plan => plan.Id == form.Plan);
        var kept = form.Plan is null ? FrontPage.LayoutOf(page).At(now) : inHand?.Layout;
        var isStale = status == StatusCodes.Status409Conflict && line is null;

        var here = await zones.OfAsync(edition.Id, stop);
        // A time that is no time stays typed; the story stands where it was put meanwhile.
        var at = form.GoesLiveAt(edition) is { } time && time > now ? time : now;
        form = form with { Layout = form.Plan is null && form.Untils.Count == 0 && problems is null ? form.Layout.At(now) : form.Layout };
        var arranged = await arrangement.ArrangeAsync(edition.ForPaper(), form.Layout, at, stop);
        var known = await stories.NamedAsync([.. form.Layout.Placed.Select(placed => placed.Story), .. arranged.SelectMany(filled => filled.Stories).Select(story => Guid.Parse(story.Id))], edition, stop);
        var found = await stories.FindAsync(form.Query, edition, stop);
        var deskZones = arranged.Select(filled => ZoneOf(filled, form.Layout, known)).ToList();

        return Page.Of<FrontPageDeskPage, FrontPageDeskView>(new(
            edition, await newspaper.AllEditionsAsync(stop), await StateAsync(page, edition, stop), said,
            kept is null || !form.Layout.SameAs(kept),
            // Sent again, the form now overwrites what its sender has read.
            isStale ? form with { Stamp = FrontPage.StampOf(page), PlanStamp = inHand?.Stamp ?? Guid.Empty } : form,
            deskZones, [.. found.Where(story => form.Layout.Find(story.Id) is null)], plans, await ListsAsync(here, edition, stop),
            await breaking.OfAsync(edition, line, form.Query.Length == 0 ? found : await stories.FindAsync("", edition, stop), stop), problems ?? Problems.None, isStale ? await StaleAsync(form.Layout, kept ?? FrontPageLayout.Empty, here, edition, stop) : null), status);
    }

    /// <summary>What is kept of an edition's front page.</summary>
    private sealed record Stands(FrontPage? Page, IReadOnlyList<PlannedFrontPage> Plans);

    private static DeskZone ZoneOf(FilledZone<StoryView> filled, FrontPageLayout layout, IReadOnlyDictionary<Guid, DeskStory> known) => new(filled.Zone, layout.RuleOf(filled.Zone), [.. filled.Slots.Select((slot, at) =>
    {
        var held = layout.Placed.FirstOrDefault(placed => placed.Zone == filled.Zone.Id && placed.Slot == at);
        return new DeskSlot(at, held, held is null ? null : known.GetValueOrDefault(held.Story), slot.Story is { } shown ? known.GetValueOrDefault(Guid.Parse(shown.Id)) : null);
    })]);

    private async Task<string> StateAsync(FrontPage? page, Edition edition, CancellationToken stop) =>
        page is { Number: > 0 } && await newspaper.FrontPageVersions.AsNoTracking().SingleAsync(row => row.EditionId == edition.Id && row.Number == page.Number, stop) is { } version
            ? T("frontPage.state.live", ("number", version.Number), ("time", ArticleStateText.Time(version.At, edition)), ("who", version.Who))
            : T("frontPage.state.itself");

    private async Task<IReadOnlyList<Choice>> ListsAsync(IReadOnlyList<Zone> here, Edition edition, CancellationToken stop) =>
    [
        new("newest", T("frontPage.fill.newest")), new("most-read", T("frontPage.fill.mostRead")),
        .. here.Select(zone => zone.Section).OfType<Sections.Section>().DistinctBy(section => section.Id).Select(section => new Choice($"section:{section.PublicId}", T("frontPage.fill.section", ("name", section.Name)))),
        .. (await newspaper.Topics.AsNoTracking().Where(row => row.EditionId == edition.Id).OrderBy(row => row.Name).Take(300).ToListAsync(stop)).Select(topic => new Choice($"topic:{topic.PublicId}", T("frontPage.fill.topic", ("name", topic.Name)))),
    ];

    private async Task<IReadOnlyList<StaleText>> StaleAsync(FrontPageLayout mine, FrontPageLayout theirs, IReadOnlyList<Zone> here, Edition edition, CancellationToken stop)
    {
        var known = await stories.NamedAsync([.. mine.Placed.Concat(theirs.Placed).Select(placed => placed.Story)], edition, stop);
        return StaleText.Of(here.Select(zone => new StaleText(zone.Title, Say(mine, zone), Say(theirs, zone))));

        string Say(FrontPageLayout layout, Zone zone)
        {
            var placed = layout.Placed.Where(placed => placed.Zone == zone.Id).OrderBy(placed => placed.Slot).ToList();
            return placed.Count == 0 ? T("frontPage.nothing") : string.Join("; ", placed.Select(one => $"{one.Slot + 1}. {known.GetValueOrDefault(one.Story)?.Headline ?? T("frontPage.gone")}"));
        }
    }
}
