using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Sections;

/// <summary>POST /newsroom/sections/7/two-keys with demanded=true or false. Not for whoever arranges the paper: she would take the lock off her own door.</summary>
public static class DemandTwoKeys
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/sections/{id:long}/two-keys", Post).Requires(Permission.RunPaper);

    internal static async Task<IResult> Post(long id, [FromForm] string? demanded, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Sections.FindAsync([id], stop) is not { } section) return TypedResults.NotFound();

        section.DemandsTwoKeys = demanded == "true";
        newspaper.Audit(staff, section.DemandsTwoKeys ? "two-keys-demanded" : "two-keys-waived", $"section/{section.PublicId}", section.Name, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/sections/{id}");
    }
}
