using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Series;

/// <summary>Series beside whose introduction a picture stands.</summary>
internal sealed class SeriesPictures(Newspaper newspaper) : IPictureUses
{
    public async Task<IReadOnlyList<PlaceOfPicture>> OfAsync(Guid picture, CancellationToken stop) =>
        [.. (await newspaper.StorySeries.AsNoTracking().Where(series => series.Picture == picture).OrderBy(series => series.Id).ToListAsync(stop))
            .Select(series => new PlaceOfPicture(series.Name, $"/newsroom/series/{series.Id}", Text.T("series.picture.use")))];
}
