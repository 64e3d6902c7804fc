namespace Broadsheet.Accounts;

/// <summary>What an endpoint asks for. Endpoints name a permission, never a role, so that roles can change in one place.</summary>
public enum Permission
{
    EnterNewsroom,
    WriteArticles,
    AddPictures,
    EditAnyArticle,
    PublishArticles,
    ArrangePaper,
    RunPaper,
    RemoveForLegalReasons,
    SeeRealNames,
    ManageStaff,
    RunMachine,
}

public static class RolePermissions
{
    /// <summary>Whether somebody of this role may do what <paramref name="permission"/> names.</summary>
    public static bool Grants(this Role role, Permission permission) => role >= LowestRoleFor(permission);

    // Exhaustive on purpose: a permission that nobody placed here is refused to everybody.
    private static Role LowestRoleFor(Permission permission) => permission switch
    {
        Permission.EnterNewsroom or Permission.WriteArticles or Permission.AddPictures => Role.Reporter,
        Permission.EditAnyArticle or Permission.PublishArticles or Permission.ArrangePaper => Role.Editor,
        Permission.RunPaper or Permission.RemoveForLegalReasons or Permission.SeeRealNames => Role.Publisher,
        Permission.ManageStaff or Permission.RunMachine => Role.Administrator,
        _ => (Role)int.MaxValue,
    };
}
