using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Menus;

/// <summary>{{ menus }}: what the edition has put at the foot of its pages.</summary>
public sealed class MenusPart(Newspaper newspaper) : PagePart
{
    public override string Name => "menus";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        var items = await newspaper.SharedAsync((Name, page.Edition.Id), () => newspaper.MenuItems.AsNoTracking().Where(item => item.EditionId == page.Edition.Id).OrderBy(item => item.Position).ToListAsync(cancellation));
        return items.GroupBy(item => item.Place).OrderBy(place => place.Key).Select(place => new MenuView(place.Key, place, page.Edition)).ToList();
    }
}

/// <summary>The links of one place.</summary>
public sealed class MenuView(MenuPlace place, IEnumerable<MenuItem> items, PaperEdition edition) : View
{
    protected internal override string Source => $"menu:{edition.Id}";

    /// <summary>"masthead" or "footer".</summary>
    public string Place => place.ToString().ToLowerInvariant();

    public IReadOnlyList<MenuLinkView> Links { get; } = [.. items.Select(item => new MenuLinkView(item, edition))];
}

public sealed class MenuLinkView(MenuItem item, PaperEdition edition) : View
{
    public string Name => item.Label;
    public string Href => item.Address.StartsWith('/') ? edition.At(item.Address) : item.Address;
}
