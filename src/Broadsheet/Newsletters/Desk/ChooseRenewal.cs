using Broadsheet.Accounts;
using Broadsheet.Newsletters.Silence;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Newsletters.Desk;

/// <summary>POST /newsroom/newsletters/renewal: whether readers who were silent for a year are asked if they still want what they get.</summary>
public static class ChooseRenewal
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/newsletters/renewal", Post).Requires(Permission.RunNewsletters);

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        newspaper.SetSetting(new RenewalTerms { IsOn = fields["IsOn"] == "true" }, staff.By, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/newsletters");
    }
}
