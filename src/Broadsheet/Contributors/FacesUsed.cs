using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Contributors;

/// <summary>Contributors whose face a picture is.</summary>
internal sealed class FacesUsed(Newspaper newspaper) : IPictureUses
{
    public async Task<IReadOnlyList<PlaceOfPicture>> OfAsync(Guid picture, CancellationToken stop) =>
        [.. (await newspaper.Contributors.AsNoTracking().Where(contributor => contributor.Picture == picture).OrderBy(contributor => contributor.Id).ToListAsync(stop))
            .Select(contributor => new PlaceOfPicture(contributor.Name, $"/newsroom/contributors/{contributor.Id}", Text.T("contributor.picture.use")))];
}
