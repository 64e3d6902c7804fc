using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <summary>What the acts of one's own account share: finding oneself, asking for the password again, drawing the page.</summary>
internal sealed class AccountDesk(Newspaper newspaper, UserManager<StaffMember> members, RateLimits brakes, TimeProvider clock)
{
    public Task<StaffMember> MemberAsync(Staff staff) => newspaper.StaffMembers.SingleAsync(one => one.Id == staff.MemberId);

    /// <summary>Asked for before anything changes that keeps others out: a session left open must not be enough.</summary>
    public async Task<bool> KnowsPasswordAsync(StaffMember member, string? password)
    {
        brakes.CheckAccount(member.Email!);
        return await members.CheckPasswordAsync(member, password ?? "");
    }

    public async Task SetPasswordAsync(StaffMember member, string password) => await newspaper.WriteAsync(async () =>
    {
        await members.RemovePasswordAsync(member);
        var result = await members.AddPasswordAsync(member, password);
        if (!result.Succeeded) throw new MemberRefusedException(string.Join(", ", result.Errors.Select(one => one.Code)));
    });

    public async Task<IResult> ShowAsync(Staff staff, Problems problems)
    {
        var member = await MemberAsync(staff);
        var role = (await newspaper.Roles.AsNoTracking().SingleAsync(one => one.Id == member.RoleId)).KnownAs;
        var now = clock.GetUtcNow();
        var sessions = await newspaper.Sessions.AsNoTracking().Where(one => one.MemberId == member.Id).OrderByDescending(one => one.LastSeenAt).ToListAsync();
        var view = new AccountView(member, role, [.. await members.GetPasskeysAsync(member)], [.. sessions.Where(one => one.IsAliveAt(now))], staff.SessionId, problems, await newspaper.ClockAsync());
        return Page.Of<AccountPage, AccountView>(view, problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
