using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.FrontPage;

/// <summary>The desk's form as sent: the whole layout in hand, so that every act, with script or without, works on what she sees.</summary>
/// <param name="Untils">What was typed as a story's end, where it is no time.</param>
/// <param name="Stamp">The live page that it began from.</param>
/// <param name="Plan">The plan in hand; null: the live page.</param>
/// <param name="At">When it is to go live, as a datetime-local field sends it.</param>
/// <param name="Query">Words to find stories by.</param>
/// <param name="Into">The zone into which stories are placed.</param>
public sealed record DeskForm(FrontPageLayout Layout, IReadOnlyDictionary<Guid, string> Untils, Guid Stamp, long? Plan, Guid PlanStamp, string At, string Query, string Into)
{
    public static DeskForm Of(FrontPage? page, PlannedFrontPage? plan, Edition edition) => new(
        plan?.Layout ?? FrontPage.LayoutOf(page), new Dictionary<Guid, string>(), FrontPage.StampOf(page), plan?.Id, plan?.Stamp ?? Guid.Empty,
        plan is null ? "" : edition.FieldTime(plan.GoesLiveAt), "", "");

    public static DeskForm Read(IFormCollection form, IReadOnlyList<Zone> zones, Edition edition)
    {
        var placed = new List<PlacedStory>();
        var wrong = new Dictionary<Guid, string>();
        var (inZones, slots, stories, untils) = (form["Zone"], form["Slot"], form["Story"], form["Until"]);
        for (var at = 0; at < stories.Count; at++)
        {
            if (!Guid.TryParse(stories[at], out var story) || placed.Any(known => known.Story == story) || at >= inZones.Count || at >= slots.Count || !int.TryParse(slots[at], out var slot)) continue;
            var typed = at < untils.Count ? untils[at] ?? "" : "";
            if (edition.ReadFieldTime(typed) is not { } until) (wrong[story], until) = (typed, DateTimeOffset.MaxValue);
            placed.Add(new(inZones[at] ?? "", slot, story, until));
        }
        return new(new(placed, [.. zones.Select(zone => RuleIn(form, zone)).OfType<ZoneRule>()]), wrong,
            Guid.TryParse(form["Stamp"], out var stamp) ? stamp : Guid.Empty, long.TryParse(form["Plan"], CultureInfo.InvariantCulture, out var plan) ? plan : null,
            Guid.TryParse(form["PlanStamp"], out var planStamp) ? planStamp : Guid.Empty, form["At"].ToString().Trim(), form["Query"].ToString().Trim(), form["Into"].ToString());
    }

    /// <summary>When it goes live; null where no time is typed.</summary>
    public DateTimeOffset? GoesLiveAt(Edition edition) => edition.ReadFieldTime(At);

    public string UntilOf(PlacedStory placed, Edition edition) => Untils.GetValueOrDefault(placed.Story) ?? edition.FieldTime(placed.Until);

    public Problems Check(IReadOnlyList<Zone> zones, IReadOnlyDictionary<Guid, DeskStory> stories, DateTimeOffset now)
    {
        var problems = new Problems();
        foreach (var placed in Layout.Placed)
        {
            var name = stories.GetValueOrDefault(placed.Story)?.Headline ?? T("frontPage.gone");
            if (Untils.ContainsKey(placed.Story)) problems.Add(UntilName(placed.Story), T("frontPage.problem.until", ("headline", name)));
            else if (placed.Until <= now) problems.Add(UntilName(placed.Story), T("frontPage.problem.past", ("headline", name)));
            if (zones.FirstOrDefault(zone => zone.Id == placed.Zone) is { } zone && stories.GetValueOrDefault(placed.Story) is { } story && !zone.Fits(story.Kind))
                problems.Add(T("frontPage.problem.never", ("headline", name), ("zone", zone.Title)));
        }
        return problems;
    }

    /// <summary>The name of a story's end among problems.</summary>
    public static string UntilName(Guid story) => $"Until-{story}";

    private static ZoneRule? RuleIn(IFormCollection form, Zone zone)
    {
        if (!form.TryGetValue($"Fill-{zone.Id}", out var fill)) return null;
        var (kind, of) = fill.ToString().Split(':') switch
        {
            ["most-read"] => (FillKind.MostRead, (Guid?)null),
            ["section", var id] when Guid.TryParse(id, out var section) => (FillKind.Section, section),
            ["topic", var id] when Guid.TryParse(id, out var topic) => (FillKind.Topic, topic),
            ["newest"] => (FillKind.Newest, null),
            _ => (zone.OwnRule.Kind, zone.OwnRule.Of),
        };
        var rule = new ZoneRule(zone.Id, kind, of, [.. form[$"Out-{zone.Id}"].Select(word => Enum.TryParse<ArticleKind>(word, out var known) ? known : (ArticleKind?)null).OfType<ArticleKind>().Distinct().Order()]);
        return rule.SameAs(zone.OwnRule) ? null : rule;
    }
}
