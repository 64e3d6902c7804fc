using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Redirects;

public static class OldAddresses
{
    extension(Newspaper newspaper)
    {
        /// <summary>
        /// Lets the old path lead to the new one. Chains are folded, so a reader is sent on once however often a story
        /// moved; an address that is in use again leads nowhere else. Call it inside WriteAsync, with the move.
        /// </summary>
        /// <param name="isPrefix">Everything below <paramref name="from"/> moved too.</param>
        public async Task RedirectAsync(string from, string to, DateTimeOffset now, bool isPrefix = false, CancellationToken stop = default)
        {
            if (from == to) return;

            var known = await newspaper.Redirects.Where(row => row.To == from || row.From == from || row.From == to).ToListAsync(stop);
            newspaper.Redirects.RemoveRange(known.Where(row => row.From == to));
            foreach (var row in known.Where(row => row.To == from && row.From != to)) row.To = to;

            if (known.FirstOrDefault(row => row.From == from) is { } again) again.To = to;
            else newspaper.Redirects.Add(new Redirect(from, to, isPrefix, now));
            await newspaper.SaveChangesAsync(stop);
        }

        /// <summary>Where a path leads that nothing answers; null when it never was one.</summary>
        /// <param name="path">Decoded, without a slash at the end.</param>
        public async Task<string?> NewAddressAsync(string path, CancellationToken stop = default)
        {
            var above = Above(path).ToList();
            var found = await newspaper.Redirects.Where(row => row.From == path || (row.IsPrefix && above.Contains(row.From))).ToListAsync(stop);
            return found.OrderByDescending(row => row.From.Length).FirstOrDefault() is { } row ? row.To + path[row.From.Length..] : null;
        }
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
    }
}
