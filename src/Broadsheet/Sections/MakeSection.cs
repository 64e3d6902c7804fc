using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

/// <summary>GET /newsroom/sections/new?edition=1; POST /newsroom/sections. A new section stands last.</summary>
public static class MakeSection
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/sections/new", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/sections", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long? edition, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is { } found
            ? EditSection.Answer(found, null, SectionForm.Empty, Problems.None)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, FirstSegments segments, CancellationToken stop)
    {
        if (!long.TryParse(fields["Edition"], out var id) || await newspaper.Editions.FindAsync([id], stop) is not { } edition) return TypedResults.NotFound();

        var form = SectionForm.Read(fields);
        return await newspaper.WriteAsync<IResult>(async () =>
        {
            var problems = await form.CheckAsync(edition.Id, null, segments, stop);
            if (problems.Any) return EditSection.Answer(edition, null, form, problems, StatusCodes.Status422UnprocessableEntity);

            var last = await newspaper.Sections.Where(row => row.EditionId == edition.Id).MaxAsync(row => (int?)row.Position, stop) ?? -1;
            newspaper.Sections.Add(new Section(edition.Id, form.Name, form.Address, last + 1) { Description = form.Description });
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/sections");
        }, stop);
    }
}
