using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Editions;

/// <summary>{{ editions }}: the edition switch.</summary>
public sealed class EditionsPart(Newspaper newspaper) : PagePart
{
    public override string Name => "editions";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation) =>
        (await newspaper.Editions.AsNoTracking().OrderBy(edition => edition.Position).ToListAsync(cancellation))
            .Select(edition => new EditionLinkView(edition, edition.Id == page.Edition.Id)).ToList();
}

/// <summary>An edition in the switch, under its language's own name.</summary>
public sealed class EditionLinkView(Edition edition, bool isCurrent) : View
{
    protected internal override string Source => $"edition:{edition.Id}";

    public string Name
    {
        get
        {
            var name = System.Globalization.CultureInfo.GetCultureInfo(edition.Language).NativeName;
            return char.ToUpperInvariant(name[0]) + name[1..];
        }
    }

    public string Href => edition.ForPaper().Home;
    public string Language => edition.Language;
    public string Direction => edition.Direction;
    public bool IsCurrent => isCurrent;
}
