using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.History;

/// <summary>Who signed a row: a member of staff, a token (negative), or the program itself (0).</summary>
public static class Makers
{
    extension(Newspaper newspaper)
    {
        /// <summary>A name for each of these signatures, whoever is gone included.</summary>
        public async Task<IReadOnlyDictionary<long, string>> MakersAsync(IEnumerable<long> signatures, CancellationToken stop)
        {
            var all = signatures.ToHashSet();
            var tokens = all.Where(one => one < 0).Select(one => -one).ToList();
            var members = await newspaper.StaffMembers.AsNoTracking().Where(row => all.Contains(row.Id)).Select(row => new { row.Id, row.Name }).ToListAsync(stop);
            var keys = await newspaper.ApiTokens.AsNoTracking().Where(row => tokens.Contains(row.Id)).Select(row => new { row.Id, row.Name }).ToListAsync(stop);

            var names = members.ToDictionary(row => row.Id, row => row.Name);
            foreach (var key in keys) names[-key.Id] = Text.T("history.token", ("name", key.Name));
            foreach (var one in all.Where(one => !names.ContainsKey(one))) names[one] = Text.T(one == 0 ? "history.program" : "history.somebody");
            return names;
        }
    }
}
