using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <summary>/newsroom/staff/{id}/…: another role, leaving, coming back, a link to a new password. Each ends the member's sessions.</summary>
public static class StaffChanges
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/staff/{id:guid}/role", PostRole).Requires(Permission.ManageStaff);
        newsroom.MapPost("/staff/{id:guid}/deactivation", PostDeactivation).Requires(Permission.ManageStaff);
        newsroom.MapPost("/staff/{id:guid}/activation", PostActivation).Requires(Permission.ManageStaff);
        newsroom.MapPost("/staff/{id:guid}/password-link", PostPasswordLink).Requires(Permission.ManageStaff).Braked(Brake.Invitation);
    }

    internal static async Task<IResult> PostRole(Guid id, IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock) =>
        await newspaper.FindRoleAsync(fields["Role"].ToString()) is { } role
            ? await ChangeAsync(id, staff, newspaper, "role", role.KnownAs, clock.GetUtcNow(), member => member.BecomeOf(role))
            : throw new NoSuchRoleException();

    internal static Task<IResult> PostDeactivation(Guid id, Staff staff, Newspaper newspaper, TimeProvider clock) =>
        ChangeAsync(id, staff, newspaper, "deactivated", null, clock.GetUtcNow(), member => member.Deactivate(clock.GetUtcNow()));

    internal static Task<IResult> PostActivation(Guid id, Staff staff, Newspaper newspaper, TimeProvider clock) =>
        ChangeAsync(id, staff, newspaper, "activated", null, clock.GetUtcNow(), member => member.Reactivate());

    internal static async Task<IResult> PostPasswordLink(Guid id, Staff staff, Newspaper newspaper, Hosts hosts, TimeProvider clock)
    {
        if (await newspaper.StaffMembers.FirstOrDefaultAsync(one => one.PublicId == id) is not { } member) return TypedResults.NotFound();
        var secret = await newspaper.MakePasswordLinkAsync(member, staff, clock.GetUtcNow());
        return Page.Of<ShownOncePage, ShownOnceView>(new("password", [hosts.Link($"/newsroom/password?key={secret.Text}")], "/newsroom/staff"));
    }

    private static async Task<IResult> ChangeAsync(Guid id, Staff staff, Newspaper newspaper, string act, string? reason, DateTimeOffset now, Action<StaffMember> change) =>
        await newspaper.ChangeMemberAsync(id, staff, act, reason, now, change) ? TypedResults.LocalRedirect("/newsroom/staff") : TypedResults.NotFound();
}
