using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Topics;

/// <summary>Topics beside whose introduction a picture stands.</summary>
internal sealed class TopicPictures(Newspaper newspaper) : IPictureUses
{
    public async Task<IReadOnlyList<PlaceOfPicture>> OfAsync(Guid picture, CancellationToken stop) =>
        [.. (await newspaper.Topics.AsNoTracking().Where(topic => topic.Picture == picture).OrderBy(topic => topic.Id).ToListAsync(stop))
            .Select(topic => new PlaceOfPicture(topic.Name, $"/newsroom/topics/{topic.Id}", Text.T("topic.picture.use")))];
}
