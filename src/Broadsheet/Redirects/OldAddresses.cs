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
        public Task RedirectAsync(string from, string to, DateTimeOffset now, bool isPrefix = false, CancellationToken stop = default) =>
            newspaper.RedirectAsync(from, to, isPrefix, isPassing: false, now, stop);

        /// <summary>The same, perhaps only for now.</summary>
        public async Task RedirectAsync(string from, string to, bool isPrefix, bool isPassing, DateTimeOffset now, CancellationToken stop)
        {
            if (from == to) return;

            var known = await newspaper.Redirects.Where(row => row.To == from || row.From == from || row.From == to).ToListAsync(stop);
            newspaper.Redirects.RemoveRange(known.Where(row => row.From == to));
            foreach (var row in known.Where(row => row.To == from && row.From != to)) row.To = to;

            if (known.FirstOrDefault(row => row.From == from) is { } again) (again.To, again.IsPrefix, again.IsPassing) = (to, again.IsPrefix || isPrefix, isPassing);
            else newspaper.Redirects.Add(new Redirect(from, to, isPrefix, now, isPassing));
            await newspaper.SaveChangesAsync(stop);
        }

        /// <summary>Where a path leads that nothing answers; null when it never was one.</summary>
        /// <param name="path">Decoded, without a slash at the end.</param>
        public async Task<NewAddress?> NewAddressAsync(string path, CancellationToken stop = default)
        {
            var above = Above(path).ToList();
            var found = await newspaper.Redirects.AsNoTracking().Where(row => row.From == path || (row.IsPrefix && above.Contains(row.From)) || (row.Head != null && path.StartsWith(row.Head))).ToListAsync(stop);
            return NewAddress.Of(path, found);
        }
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
    }
}

/// <summary>Where a path leads.</summary>
/// <param name="IsPassing">Only for now.</param>
/// <param name="By">Which redirect says so.</param>
public sealed record NewAddress(string Path, bool IsPassing, Redirect By)
{
    /// <summary>What says most about a path decides: itself, else the longest beginning, else the pattern with the most letters.</summary>
    public static NewAddress? Of(string path, IEnumerable<Redirect> redirects) => redirects
        .Select(row => row.Lead(path) is { } to ? new NewAddress(to, row.IsPassing, row) : null).OfType<NewAddress>()
        .OrderByDescending(one => one.By.From == path).ThenBy(one => one.By.IsPattern).ThenByDescending(one => one.By.From.Length).ThenBy(one => one.By.Id).FirstOrDefault();
}
