using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Newsletters.Silence;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <param name="Subscribers">Of each newsletter, by id.</param>
/// <param name="Addresses">By post, of each edition, by id.</param>
/// <param name="HasMail">Whether the paper can send mail at all.</param>
/// <param name="AsksSilent">Whether who was silent for a year is asked.</param>
public sealed record NewsletterListView(IReadOnlyList<Edition> Editions, IReadOnlyList<Newsletter> Newsletters, IReadOnlyDictionary<long, int> Subscribers, IReadOnlyDictionary<long, string> Addresses, bool HasMail, bool AsksSilent, Problems Problems);

/// <summary>GET /newsroom/newsletters</summary>
public static class ListNewsletters
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/newsletters", Get).Requires(Permission.RunNewsletters);

    internal static Task<IResult> Get(Newspaper newspaper, MachineSettings machine, CancellationToken stop) => AnswerAsync(Problems.None, StatusCodes.Status200OK, newspaper, machine, stop);

    internal static async Task<IResult> AnswerAsync(Problems problems, int status, Newspaper newspaper, MachineSettings machine, CancellationToken stop)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        var addresses = new Dictionary<long, string>();
        foreach (var edition in editions) addresses[edition.Id] = await newspaper.PostalAddressAsync(edition.Id, stop);
        return Page.Of<ListNewslettersPage, NewsletterListView>(new(
            editions,
            await newspaper.Newsletters.AsNoTracking().OrderBy(row => row.EditionId).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop),
            await newspaper.Subscriptions.Where(row => row.EndedAt == null).GroupBy(row => row.NewsletterId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, stop),
            addresses, machine.Mail.IsOn, (await newspaper.SettingAsync<RenewalTerms>(stop)).IsOn, problems), status);
    }
}
