using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Sections;

namespace Broadsheet.FrontPage;

/// <summary>The front page as arranged. Without a lead there is nothing published yet.</summary>
public sealed class FrontPageView(IReadOnlyList<FilledZone<StoryView>> page, PaperEdition edition) : View
{
    /// <summary>The story in the zone named "lead".</summary>
    public StoryView? Lead => In("lead") is [var first, ..] ? first : null;

    /// <summary>Those in the zone named "seconds".</summary>
    public IReadOnlyList<StoryView> Seconds => In("seconds");

    /// <summary>A section's own zones, those with stories.</summary>
    public IReadOnlyList<RowView> Rows { get; } =
        [.. page.Where(filled => filled.Zone.Section is not null && filled.Stories.Count > 0).Select(filled => new RowView(new SectionView(filled.Zone.Section!, edition), filled.Stories))];

    /// <summary>All zones that the theme declares, in its order.</summary>
    public IReadOnlyList<ZoneView> Zones { get; } = [.. page.Select(filled => new ZoneView(filled.Zone.Theme.Name, filled.Stories))];

    private IReadOnlyList<StoryView> In(string zone) => page.FirstOrDefault(filled => filled.Zone.Id == zone)?.Stories ?? [];
}

/// <summary>A zone of the front page, by the name that the theme gave it.</summary>
public sealed class ZoneView(string name, IReadOnlyList<StoryView> stories) : View
{
    public string Name => name;
    public IReadOnlyList<StoryView> Stories => stories;
}

/// <summary>A section's row: its first story is the large one.</summary>
public sealed class RowView(SectionView section, IReadOnlyList<StoryView> stories) : View
{
    public string Name => section.Name;
    public string Href => section.Href;
    public IReadOnlyList<StoryView> Stories => stories;
}
