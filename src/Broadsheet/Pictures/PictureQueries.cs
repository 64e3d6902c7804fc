using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

public static class PictureQueries
{
    private const int NewestToChoose = 48;

    extension(IQueryable<Picture> pictures)
    {
        public IQueryable<Picture> LatestFirst() => pictures.OrderByDescending(picture => picture.UploadedAt).ThenByDescending(picture => picture.Id);

        /// <summary>Those in whose caption, credit, place, keywords or file name every word occurs.</summary>
        public IQueryable<Picture> Matching(string? words)
        {
            var found = pictures;
            foreach (var word in (words ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(10))
                found = found.Where(picture => picture.SearchText.Contains(word));
            return found;
        }

        /// <summary>The pictures of these public ids, by id, for pages that only read.</summary>
        public async Task<IReadOnlyDictionary<Guid, Picture>> ByPublicIdAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default) => ids.Count == 0
            ? new Dictionary<Guid, Picture>()
            : await pictures.AsNoTracking().ByRows("pictures").Where(picture => ids.Contains(picture.PublicId)).ToDictionaryAsync(picture => picture.PublicId, stop);

        /// <summary>The newest, and the one that is chosen already, however old: what a form without script chooses among.</summary>
        public async Task<IReadOnlyList<PictureJson>> ToChooseAsync(Guid? chosen, CancellationToken stop = default)
        {
            var newest = await pictures.AsNoTracking().LatestFirst().Take(NewestToChoose).ToListAsync(stop);
            if (chosen is { } id && newest.All(picture => picture.PublicId != id)
                && await pictures.AsNoTracking().SingleOrDefaultAsync(picture => picture.PublicId == id, stop) is { } older) newest.Insert(0, older);
            return [.. newest.Select(PictureJson.Of)];
        }
    }

    extension(Newspaper newspaper)
    {
        /// <summary>As <c>ByPublicIdAsync</c>, for a reader's page: those that another page has read are not asked for again.</summary>
        public Task<IReadOnlyDictionary<Guid, Picture>> SharedPicturesAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop) => newspaper.SharedRowsAsync<Picture>(
            "pictures", ids, picture => (picture.PublicId, picture.Id), async wanted => [.. (await newspaper.Pictures.ByPublicIdAsync(wanted, stop)).Values]);
    }
}
