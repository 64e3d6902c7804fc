using Broadsheet.Accounts;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Desk;

/// <summary>POST /newsroom/newsletters/postal-address: what stands at the foot of every newsletter of an edition.</summary>
public static class ChoosePostalAddress
{
    private const int Longest = 300;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/newsletters/postal-address", Post).Requires(Permission.RunNewsletters);

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, Machine.MachineSettings machine, TimeProvider clock, CancellationToken stop)
    {
        if (!long.TryParse(fields["Edition"], out var id) || await newspaper.Set<Editions.Edition>().FindAsync([id], stop) is not { } edition) return TypedResults.NotFound();
        var lines = fields["Lines"].ToString().ReplaceLineEndings(", ").Trim(' ', ',');
        // Once there is one it can be changed, not taken away: an issue may be on its way.
        if (lines.Length is 0 or > Longest) return await ListNewsletters.AnswerAsync(new Problems().Add(T("postal.problem")), StatusCodes.Status422UnprocessableEntity, newspaper, machine, stop);

        var now = clock.GetUtcNow();
        newspaper.SetSettingOf(edition.Id, new PostalAddress { Lines = lines }, staff.By, now);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/newsletters");
    }
}
