using System.Collections.Frozen;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Accounts;

/// <summary>GET /newsroom/staff/roles/new?like=2 begins with the boxes of another role; POST /newsroom/staff/roles makes it.</summary>
public static class MakeRole
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/staff/roles/new", Get).Requires(Permission.ManageStaff);
        newsroom.MapPost("/staff/roles", Post).Requires(Permission.ManageStaff);
    }

    internal static async Task<IResult> Get(long? like, Newspaper newspaper, CancellationToken stop) =>
        EditRole.Answer(null, new("", like is { } id && await newspaper.Roles.FindAsync([id], stop) is { } role ? role.Permissions : FrozenSet<Permission>.Empty, 0), Problems.None);

    internal static async Task<IResult> Post(IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var form = RoleForm.Read(fields);
        return await newspaper.WriteAsync(async () =>
        {
            var problems = form.Check(null, await newspaper.ListRolesAsync(stop));
            if (problems.Any) return EditRole.Answer(null, form, problems, StatusCodes.Status422UnprocessableEntity);

            var role = new Role(form.Name, form.Permissions);
            newspaper.Roles.Add(role);
            newspaper.Audit(staff, "role-made", $"role/{role.PublicId}", EditRole.Difference(role, FrozenSet<Permission>.Empty), clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/staff/roles");
        }, stop);
    }
}
