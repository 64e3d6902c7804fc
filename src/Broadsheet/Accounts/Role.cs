using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Accounts;

/// <summary>
/// What a member of staff is: a set of permissions under a name. Four are built in, with ids that never change; the paper
/// may change what they open and add roles of its own.
/// </summary>
[StaysInNewsroom]
public sealed class Role
{
    /// <summary>The built-in ones. Each may do all that the one before it may, and more, unless the paper decided otherwise.</summary>
    public const long Reporter = 1, Editor = 2, Publisher = 3, Administrator = 4;

    public Role(string name, IEnumerable<Permission> permissions)
    {
        Name = name;
        Take(permissions);
    }

    private Role() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    /// <summary>Empty for a built-in one, which is called as the strings say.</summary>
    public string Name { get; private set; } = "";

    // By name, and apart from what a built-in role has by itself: a permission that a later version of the program brings
    // comes to the built-in roles without anybody's doing, and what the paper gave or took stays given and taken.
    public IReadOnlyList<string> Given { get; private set; } = [];
    public IReadOnlyList<string> Taken { get; private set; } = [];

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    public bool IsBuiltIn => Id is >= Reporter and <= Administrator;

    /// <summary>What forms and commands call it: reporter, or the public id of a role of the paper's own.</summary>
    public string Key => IsBuiltIn ? BuiltInKeys[Id - 1] : PublicId.ToString();

    public string KnownAs => Name.Length > 0 ? Name : Text.T($"role.{Key}");

    public IReadOnlySet<Permission> Permissions => Enum.GetValues<Permission>().Where(Grants).ToHashSet();

    public bool Grants(Permission permission) =>
        permission == Permission.EnterNewsroom || (permission.IsGivenTo(Id) ? !Taken.Contains(permission.ToString()) : Given.Contains(permission.ToString()));

    /// <summary>Whether the box of a permission can be changed: an administrator who manages no staff would be nobody's help.</summary>
    public bool IsFixed(Permission permission) => permission == Permission.EnterNewsroom || (Id == Administrator && permission == Permission.ManageStaff);

    /// <param name="name">Ignored for a built-in role.</param>
    public void Change(string name, IEnumerable<Permission> permissions)
    {
        if (!IsBuiltIn) Name = name;
        Take(permissions);
        Revision++;
    }

    private void Take(IEnumerable<Permission> permissions)
    {
        var wanted = permissions.ToHashSet();
        var all = Enum.GetValues<Permission>().Where(one => !IsFixed(one)).ToList();
        Given = [.. all.Where(one => wanted.Contains(one) && !one.IsGivenTo(Id)).Select(one => one.ToString())];
        Taken = [.. all.Where(one => !wanted.Contains(one) && one.IsGivenTo(Id)).Select(one => one.ToString())];
    }

    internal static readonly string[] BuiltInKeys = ["Reporter", "Editor", "Publisher", "Administrator"];
}
