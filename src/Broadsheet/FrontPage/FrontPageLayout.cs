using Broadsheet.Articles;

namespace Broadsheet.FrontPage;

/// <summary>What editors decided about a front page: stories in places, and how zones fill. All the rest arranges itself.</summary>
public sealed record FrontPageLayout(IReadOnlyList<PlacedStory> Placed, IReadOnlyList<ZoneRule> Rules)
{
    public static FrontPageLayout Empty { get; } = new([], []);

    public PlacedStory? Find(Guid story) => Placed.FirstOrDefault(placed => placed.Story == story);

    public ZoneRule RuleOf(Zone zone) => Rules.FirstOrDefault(rule => rule.Zone == zone.Id) ?? zone.OwnRule;

    /// <summary>Without what has ended by then.</summary>
    public FrontPageLayout At(DateTimeOffset now) => this with { Placed = [.. Placed.Where(placed => now < placed.Until)] };

    /// <summary>When the first of its stories gives its place up. Null: none holds one.</summary>
    public DateTimeOffset? EndsFirst => Placed.Count == 0 ? null : Placed.Min(placed => placed.Until);

    public bool SameAs(FrontPageLayout other) =>
        Placed.ToHashSet().SetEquals(other.Placed) && Rules.Count == other.Rules.Count && Rules.All(rule => other.Rules.Any(rule.SameAs));
}

/// <summary>A story that an editor put into a place. It always has an end: one without is forgotten, and the page stands still.</summary>
/// <param name="Slot">From 0.</param>
/// <param name="Story">Public id. While it is not out, its place is filled as if it were free.</param>
public sealed record PlacedStory(string Zone, int Slot, Guid Story, DateTimeOffset Until);

public enum FillKind { Newest, MostRead, Section, Topic }

/// <summary>Which stories come into a zone by themselves.</summary>
/// <param name="Of">Public id of the section or topic.</param>
/// <param name="LeavesOut">Kinds that do not.</param>
public sealed record ZoneRule(string Zone, FillKind Kind, Guid? Of, IReadOnlyList<ArticleKind> LeavesOut)
{
    public bool SameAs(ZoneRule other) => (Zone, Kind, Of) == (other.Zone, other.Kind, other.Of) && LeavesOut.ToHashSet().SetEquals(other.LeavesOut);
}
