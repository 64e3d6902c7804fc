using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

/// <summary>POST /newsroom/sections/7/access with access=Open, Metered or Members and openUntil, on the edition's clock: who may read its stories whole.</summary>
public static class LetIn
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/sections/{id:long}/access", Post).Requires(Permission.RunPaper);

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Sections.FindAsync([id], stop) is not { } section) return TypedResults.NotFound();

        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == section.EditionId, stop);
        section.Access = Enum.TryParse<Access>(fields["access"], out var chosen) && Enum.IsDefined(chosen) ? chosen : section.Access;
        section.OpenUntil = edition.ReadFieldTime(fields["openUntil"].ToString());
        newspaper.Audit(staff, "section-access", $"section/{section.PublicId}", $"{section.Access} {fields["openUntil"]}".Trim(), clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/sections/{id}");
    }
}
