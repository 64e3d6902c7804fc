using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

/// <summary>POST /newsroom/sections/7/removal. Only an empty one: a story's address begins with its section's.</summary>
public static class RemoveSection
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/sections/{id:long}/removal", Post).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Post(long id, Newspaper newspaper, IStoryPlaces places, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Sections.FindAsync([id], stop) is not { } section) return TypedResults.NotFound();

        if ((await places.InSectionsAsync(stop)).GetValueOrDefault(id) is > 0 and var count) throw new RefusalException(Text.T("section.notEmpty", ("name", section.Name), ("count", count)));
        if (await places.AwaitsAsync(section.PublicId, stop)) throw new RefusalException(Text.T("section.awaited", ("name", section.Name)));

        newspaper.Sections.Remove(section);
        newspaper.Audit(staff, "section-removed", $"section/{section.PublicId}", section.Name, clock.GetUtcNow());
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // A story came in meanwhile; the foreign key kept its section.
            throw new RefusalException(Text.T("section.notEmpty", ("name", section.Name), ("count", 1)));
        }
        return TypedResults.Redirect("/newsroom/sections");
    }
}
