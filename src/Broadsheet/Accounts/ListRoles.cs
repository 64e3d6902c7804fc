using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <param name="People">How many active members have each role, and <paramref name="Tokens"/> how many tokens that are out.</param>
public sealed record RoleListView(IReadOnlyList<Role> Roles, IReadOnlyDictionary<long, int> People, IReadOnlyDictionary<long, int> Tokens);

/// <summary>GET /newsroom/staff/roles: what each role opens, side by side.</summary>
public static class ListRoles
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/staff/roles", Get).Requires(Permission.ManageStaff);

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var people = await newspaper.StaffMembers.Active().GroupBy(one => one.RoleId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, stop);
        var tokens = await newspaper.ApiTokens.Where(one => one.RevokedAt == null).GroupBy(one => one.RoleId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, stop);
        return Page.Of<RoleListPage, RoleListView>(new(await newspaper.ListRolesAsync(stop), people, tokens));
    }
}
