using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Editions;

internal static class EditionFinding
{
    extension(Newspaper newspaper)
    {
        /// <summary>The edition of an id or code; the first one where none is named.</summary>
        public async Task<Edition> FindEditionAsync(string? name, CancellationToken stop, string path = "edition")
        {
            var isId = Guid.TryParse(name, out var id);
            var edition = await newspaper.Editions.Where(row => name == null || (isId ? row.PublicId == id : row.Code == name)).OrderBy(row => row.Position).ThenBy(row => row.Id).FirstOrDefaultAsync(stop);
            return edition ?? throw ProblemKind.Unfit.At(path, name is null ? "The paper has no edition yet." : $"There is no edition called “{name}”.");
        }
    }
}
