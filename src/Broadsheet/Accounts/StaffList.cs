using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

public sealed record StaffListView(IReadOnlyList<StaffLine> Members, IReadOnlyList<OneTimeLink> Invitations, IReadOnlyList<ApiToken> Tokens, IReadOnlyList<Role> Roles, long? Me, NewsroomClock Clock)
{
    public string RoleOf(long? id) => Roles.FirstOrDefault(role => role.Id == id)?.KnownAs ?? "";
}

public sealed record StaffLine(StaffMember Member, bool HasPasskey, DateTimeOffset? LastSeenAt);

/// <summary>GET /newsroom/staff: who works here, who is invited, which tokens are out.</summary>
public static class StaffList
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/staff", Get).Requires(Permission.ManageStaff);

    internal static async Task<IResult> Get(Staff staff, Newspaper newspaper, TimeProvider clock)
    {
        var (passkeys, sessions) = (newspaper.StaffPasskeys, newspaper.Sessions); // an expression tree takes no extension property
        var members = await newspaper.StaffMembers.AsNoTracking()
            .OrderBy(member => member.DeactivatedAt != null).ThenBy(member => member.Name)
            .Select(member => new
            {
                Member = member,
                HasPasskey = passkeys.Any(passkey => passkey.UserId == member.Id),
                LastSeenAt = sessions.Where(session => session.MemberId == member.Id).Max(session => (DateTimeOffset?)session.LastSeenAt),
            })
            .ToListAsync();
        var invitations = await newspaper.OneTimeLinks.AsNoTracking().Waiting(LinkKind.Invitation, clock.GetUtcNow()).OrderBy(link => link.CreatedAt).ToListAsync();
        var tokens = await newspaper.ApiTokens.AsNoTracking().Where(token => token.RevokedAt == null).OrderBy(token => token.Name).ToListAsync();

        return Page.Of<StaffListPage, StaffListView>(new([.. members.Select(line => new StaffLine(line.Member, line.HasPasskey, line.LastSeenAt))], invitations, tokens, await newspaper.ListRolesAsync(), staff.MemberId, await newspaper.ClockAsync()));
    }
}
