using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Pictures;

internal static class PictureFinding
{
    extension(Newspaper newspaper)
    {
        public async Task<Picture> FindPictureAsync(Guid id, CancellationToken stop) =>
            await newspaper.Pictures.SingleOrDefaultAsync(row => row.PublicId == id, stop) ?? throw ProblemKind.NotFound.Exception($"There is no picture {id}.");

        /// <summary>The same, for somebody who may change it and began from <paramref name="stamp"/>.</summary>
        public async Task<Picture> FindPictureForActAsync(Staff staff, Guid id, Guid stamp, CancellationToken stop)
        {
            var picture = await newspaper.FindPictureAsync(id, stop);
            if (!staff.MayEdit(picture.UploadedBy)) throw ProblemKind.Forbidden.Exception("A reporter’s token changes only the pictures that it uploaded.");
            if (picture.Stamp != stamp) throw Stale(picture);
            return picture;
        }

        /// <summary>Saves, or answers with the picture that somebody saved between.</summary>
        public async Task SavePictureAsync(Picture picture, CancellationToken stop)
        {
            try
            {
                await newspaper.SaveChangesAsync(stop);
            }
            catch (DbUpdateConcurrencyException)
            {
                newspaper.ChangeTracker.Clear();
                throw Stale(await newspaper.FindPictureAsync(picture.PublicId, stop));
            }
        }
    }

    private static ApiProblemException Stale(Picture picture) => new(ProblemKind.Stale.With("Somebody saved this picture since.") with { Picture = PictureAnswer.Of(picture) });
}
