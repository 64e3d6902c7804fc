using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

/// <summary>Sections for which a picture stands in.</summary>
internal sealed class SparesUsed(Newspaper newspaper) : IPictureUses
{
    public async Task<IReadOnlyList<PlaceOfPicture>> OfAsync(Guid picture, CancellationToken stop) =>
        [.. (await newspaper.Sections.AsNoTracking().Where(section => newspaper.Set<SparePicture>().Any(row => row.SectionId == section.Id && row.Picture == picture)).OrderBy(section => section.Position).ToListAsync(stop))
            .Select(section => new PlaceOfPicture(section.Name, "/newsroom/spare-pictures", Text.T("spares.use")))];
}
