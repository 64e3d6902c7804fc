using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <param name="Subscribers">Of each newsletter, by id.</param>
/// <param name="HasMail">Whether the paper can send mail at all.</param>
public sealed record NewsletterListView(IReadOnlyList<Edition> Editions, IReadOnlyList<Newsletter> Newsletters, IReadOnlyDictionary<long, int> Subscribers, bool HasMail);

/// <summary>GET /newsroom/newsletters</summary>
public static class ListNewsletters
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/newsletters", Get).Requires(Permission.RunNewsletters);

    internal static async Task<IResult> Get(Newspaper newspaper, MachineSettings machine, CancellationToken stop) => Page.Of<ListNewslettersPage, NewsletterListView>(new(
        await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).ToListAsync(stop),
        await newspaper.Newsletters.AsNoTracking().OrderBy(row => row.EditionId).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop),
        await newspaper.Subscriptions.Where(row => row.EndedAt == null).GroupBy(row => row.NewsletterId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, stop),
        machine.Mail.IsOn));
}
