using System.Globalization;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Accounts;

/// <summary>What a role's page asks, as typed and ticked.</summary>
public sealed record RoleForm(string Name, IReadOnlySet<Permission> Permissions, long Revision)
{
    public static RoleForm Of(Role role) => new(role.Name, role.Permissions, role.Revision);

    public static RoleForm Read(IFormCollection form) => new(
        form["Name"].ToString().ReplaceLineEndings(" ").Trim(),
        form["Permissions"].Where(name => Enum.TryParse<Permission>(name, out var known) && Enum.IsDefined(known)).Select(name => Enum.Parse<Permission>(name!)).ToHashSet(),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    /// <param name="role">Null while it is being made.</param>
    public Problems Check(Role? role, IEnumerable<Role> all)
    {
        var problems = new Problems();
        if (role?.IsBuiltIn == true) return problems;
        if (Name.Length is 0 or > 60) problems.Add(nameof(Name), T("roles.name-needed"));
        else if (all.Any(other => other.Id != role?.Id && string.Equals(other.KnownAs, Name, StringComparison.OrdinalIgnoreCase))) problems.Add(nameof(Name), T("roles.name-taken"));
        return problems;
    }

    public IReadOnlyList<StaleText> Against(Role theirs) => StaleText.Of(
        new(T("roles.name"), Name, theirs.Name), new(T("roles.opens"), Words(Permissions), Words(theirs.Permissions)));

    private static string Words(IReadOnlySet<Permission> permissions) =>
        string.Join(" · ", permissions.Where(one => one != Permission.EnterNewsroom).Order().Select(one => T($"permission.{one}")));
}
