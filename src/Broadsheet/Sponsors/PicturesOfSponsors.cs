using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sponsors;

/// <summary>Sponsors whose picture it is.</summary>
internal sealed class PicturesOfSponsors(Newspaper newspaper) : IPictureUses
{
    public async Task<IReadOnlyList<PlaceOfPicture>> OfAsync(Guid picture, CancellationToken stop) =>
        [.. (await newspaper.Sponsorships.AsNoTracking().Where(row => row.Picture == picture).OrderBy(row => row.Id).ToListAsync(stop))
            .Select(row => new PlaceOfPicture(row.Name, $"/newsroom/sponsors/{row.Id}", Text.T("sponsor.picture.use")))];
}
