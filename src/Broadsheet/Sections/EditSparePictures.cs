using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

/// <summary>A section and what may stand in for its pictures.</summary>
public sealed record SpareLine(Edition Edition, Section Section, Guid? Picture, IReadOnlyList<PictureJson> Choices);

/// <summary>GET /newsroom/spare-pictures; POST …/7 chooses the one of section 7, or none.</summary>
public static class EditSparePictures
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/spare-pictures", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/spare-pictures/{section:long}", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        var sections = await newspaper.Sections.AsNoTracking().OrderBy(row => row.Position).ToListAsync(stop);
        var spares = await newspaper.SparePictures.AsNoTracking().ToDictionaryAsync(row => row.SectionId, row => row.Picture, stop);
        var chosen = await newspaper.Pictures.ByPublicIdAsync(spares.Values.ToHashSet(), stop);
        var newest = await newspaper.Pictures.ToChooseAsync(null, stop);
        return Page.Of<EditSparePicturesPage, IReadOnlyList<SpareLine>>([.. editions.SelectMany(edition => sections.Where(section => section.EditionId == edition.Id).Select(section =>
        {
            Guid? spare = spares.TryGetValue(section.Id, out var id) ? id : null;
            return new SpareLine(edition, section, spare, spare is { } known && newest.All(picture => picture.Id != known) && chosen.TryGetValue(known, out var older) ? [PictureJson.Of(older), .. newest] : newest);
        }))]);
    }

    internal static async Task<IResult> Post(long section, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Sections.FindAsync([section], stop) is not { } found) return TypedResults.NotFound();
        var picture = Guid.TryParse(fields[$"Spare{section}"], out var id) && await newspaper.Pictures.AnyAsync(row => row.PublicId == id, stop) ? id : (Guid?)null;
        await newspaper.WriteAsync(async () =>
        {
            var spare = await newspaper.SparePictures.SingleOrDefaultAsync(row => row.SectionId == section, stop);
            if (picture is not { } chosen)
            {
                if (spare is not null) newspaper.SparePictures.Remove(spare);
            }
            else if (spare is null) newspaper.SparePictures.Add(new SparePicture(section, chosen));
            else spare.Picture = chosen;
            newspaper.Audit(staff, "spare-picture", $"section/{found.PublicId}", picture?.ToString(), clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.Redirect("/newsroom/spare-pictures");
    }
}
