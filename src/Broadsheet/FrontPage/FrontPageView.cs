using Broadsheet.Articles.Reading;
using Broadsheet.Paper.Views;
using Broadsheet.Sections;

namespace Broadsheet.FrontPage;

/// <summary>The front page as arranged. Without a lead there is nothing published yet.</summary>
public sealed class FrontPageView(StoryView? lead, IReadOnlyList<StoryView> seconds, IReadOnlyList<RowView> rows) : View
{
    public StoryView? Lead => lead;
    public IReadOnlyList<StoryView> Seconds => seconds;
    public IReadOnlyList<RowView> Rows => rows;
}

/// <summary>A section's row: its first story is the large one.</summary>
public sealed class RowView(SectionView section, IReadOnlyList<StoryView> stories) : View
{
    public string Name => section.Name;
    public string Href => section.Href;
    public IReadOnlyList<StoryView> Stories => stories;
}
