using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Desks;

/// <summary>Who can work at a desk and which sections it can be in charge of.</summary>
public sealed record DeskChoices(IReadOnlyList<Choice> Members, IReadOnlyList<Choice> Sections)
{
    public static async Task<DeskChoices> LoadAsync(Newspaper newspaper, CancellationToken stop)
    {
        var members = await newspaper.StaffMembers.Active().OrderBy(one => one.Name).Select(one => new { one.Id, one.Name }).ToListAsync(stop);
        var editions = await newspaper.AllEditionsAsync(stop);
        var sections = await newspaper.Sections.AsNoTracking().OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(stop);
        return new(
            [.. members.Select(one => new Choice($"{one.Id}", one.Name))],
            [.. editions.SelectMany(edition => sections.Where(one => one.EditionId == edition.Id).Select(one => new Choice($"{one.Id}", editions.Count > 1 ? $"{one.Name} ({edition.Language})" : one.Name)))]);
    }
}
