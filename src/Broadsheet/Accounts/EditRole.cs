using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <param name="Role">Null while it is being made.</param>
public sealed record EditRoleView(Role? Role, RoleForm Form, Problems Problems, IReadOnlyList<StaleText>? Stale = null);

/// <summary>GET, POST /newsroom/staff/roles/5. What it opens counts for everybody who has it from their next request on.</summary>
public static class EditRole
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/staff/roles/{id:long}", Get).Requires(Permission.ManageStaff);
        newsroom.MapPost("/staff/roles/{id:long}", Post).Requires(Permission.ManageStaff);
        newsroom.MapPost("/staff/roles/{id:long}/removal", PostRemoval).Requires(Permission.ManageStaff);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Roles.FindAsync([id], stop) is { } role ? Answer(role, RoleForm.Of(role), Problems.None) : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Roles.FindAsync([id], stop) is not { } role) return TypedResults.NotFound();
        var form = RoleForm.Read(fields);
        if (form.Revision != role.Revision) return Stale(role, form);
        var problems = form.Check(role, await newspaper.ListRolesAsync(stop));
        if (problems.Any) return Answer(role, form, problems, StatusCodes.Status422UnprocessableEntity);

        try
        {
            await newspaper.KeepingStaffManagedAsync(async () =>
            {
                var before = role.Permissions;
                role.Change(form.Name, form.Permissions);
                newspaper.Audit(staff, "role-changed", $"role/{role.PublicId}", Difference(role, before), clock.GetUtcNow());
                await newspaper.SaveChangesAsync(stop);
            });
        }
        catch (LastAdministratorException refused)
        {
            newspaper.ChangeTracker.Clear();
            return Answer((await newspaper.Roles.FindAsync([id], stop))!, form, new Problems().Add(refused.Message), refused.Status);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Roles.FindAsync([id], stop) is { } now ? Stale(now, form) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/staff/roles");
    }

    internal static async Task<IResult> PostRemoval(long id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Roles.FindAsync([id], stop) is not { IsBuiltIn: false } role) return TypedResults.NotFound();
        if (await newspaper.StaffMembers.AnyAsync(one => one.RoleId == id, stop) || await newspaper.ApiTokens.AnyAsync(one => one.RoleId == id, stop)) throw new RoleInUseException(role);

        newspaper.Roles.Remove(role);
        newspaper.Audit(staff, "role-removed", $"role/{role.PublicId}", role.KnownAs, clock.GetUtcNow());
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Somebody got it meanwhile; the foreign key kept it.
            throw new RoleInUseException(role);
        }
        return TypedResults.Redirect("/newsroom/staff/roles");
    }

    internal static IResult Answer(Role? role, RoleForm form, Problems problems, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null) =>
        Page.Of<EditRolePage, EditRoleView>(new(role, form, problems, stale), status);

    /// <summary>For the log: what was given and what was taken.</summary>
    internal static string Difference(Role role, IReadOnlySet<Permission> before) => string.Join(' ',
        [role.KnownAs + ":", .. role.Permissions.Except(before).Select(one => $"+{one}"), .. before.Except(role.Permissions).Select(one => $"-{one}")]);

    private static IResult Stale(Role theirs, RoleForm form) => Answer(
        theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, form.Against(theirs));
}
