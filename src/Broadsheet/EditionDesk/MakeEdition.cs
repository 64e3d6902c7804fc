using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.EditionDesk;

/// <summary>GET /newsroom/editions/new; POST /newsroom/editions. A new edition has a first section, so that a story can be written at once.</summary>
public static class MakeEdition
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/editions/new", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/editions", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var first = await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(stop);
        return EditEdition.Answer(null, new(first?.Name ?? "", "", "", "", first?.TimeZone ?? "UTC", 0), Problems.None);
    }

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, FirstSegments segments, FirstSection firstSection, CancellationToken stop)
    {
        var form = EditionForm.Read(fields);
        return await newspaper.WriteAsync<IResult>(async () =>
        {
            var problems = form.Check();
            await form.CheckCodeAsync(problems, newspaper, segments, stop);
            if (problems.Any) return EditEdition.Answer(null, form, problems, StatusCodes.Status422UnprocessableEntity);

            var last = await newspaper.Editions.MaxAsync(row => (int?)row.Position, stop) ?? -1;
            var edition = new Edition(form.Code, form.Name, form.Language, form.TimeZone, last + 1) { Tagline = form.Tagline };
            newspaper.Editions.Add(edition);
            await newspaper.SaveChangesAsync(stop);
            await firstSection.MakeAsync(edition, stop);
            return TypedResults.Redirect("/newsroom/editions");
        }, stop);
    }
}
