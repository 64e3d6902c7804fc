using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Desks;

public sealed record DeskListView(IReadOnlyList<DeskLine> Desks);

public sealed record DeskLine(Desk Desk, IReadOnlyList<string> Members, IReadOnlyList<string> Sections);

/// <summary>GET /newsroom/desks</summary>
public static class ListDesks
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/desks", Get).Requires(Permission.ArrangeDesks);

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var desks = await newspaper.Desks.AsNoTracking().Include(desk => desk.Members).Include(desk => desk.Sections).AsSplitQuery().OrderBy(desk => desk.Name).ToListAsync(stop);
        var choices = await DeskChoices.LoadAsync(newspaper, stop);
        return Page.Of<ListDesksPage, DeskListView>(new([.. desks.Select(desk => new DeskLine(desk,
            [.. choices.Members.Where(one => desk.Members.Any(row => $"{row.MemberId}" == one.Value)).Select(one => one.Label)],
            [.. choices.Sections.Where(one => desk.Sections.Any(row => $"{row.SectionId}" == one.Value)).Select(one => one.Label)]))]));
    }
}
