using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;

namespace Broadsheet.Sections;

/// <summary>{{ sections }}: the line under the masthead.</summary>
public sealed class SectionsPart(Newspaper newspaper) : PagePart
{
    public override string Name => "sections";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation) =>
        (await newspaper.SectionsOfAsync(page.Edition.Id, cancellation)).Select(section => new SectionView(section, page.Edition, section.Id == page.Section)).ToList();
}

public sealed class SectionView(Section section, PaperEdition edition, bool isCurrent = false) : View
{
    protected internal override string Source => $"section:{section.Id}";

    public string Name => section.Name;
    public string Description => section.Description;
    public string Href => edition.At(PaperOrigin.Path(section.Slug));
    public bool IsCurrent => isCurrent;
}
