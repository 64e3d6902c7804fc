namespace Broadsheet.Accounts;

/// <summary>
/// What an endpoint asks for. Endpoints name a permission, never a role: which roles have it is decided below for the
/// built-in ones, and by the paper on /newsroom/staff/roles. Its words stand in the strings as permission.NAME and permission.NAME.about.
/// </summary>
public enum Permission
{
    EnterNewsroom,
    WriteArticles,
    AddPictures,
    ReadAnyArticle,
    EditDeskArticles,
    EditAnyArticle,
    PublishArticles,
    PublishInAnySection,
    PublishAlone,
    MakeReviewLinks,
    ReadLegalComments,
    ReadInbox,
    ReadTips,
    ArrangePaper,
    ArrangeDesks,
    RunPaper,
    RunNewsletters,
    SeeSubscribers,
    SeeDonations,
    RunDonations,
    RemoveForLegalReasons,
    SeeRealNames,
    ManageStaff,
    RunMachine,
}

public static class RolePermissions
{
    /// <summary>Whether a built-in role has it by itself. A role of the paper's own has nothing by itself.</summary>
    public static bool IsGivenTo(this Permission permission, long role) => role is >= Role.Reporter and <= Role.Administrator && role >= LowestRoleFor(permission);

    /// <summary>Under which heading of the roles' page it stands.</summary>
    public static string Group(this Permission permission) => permission switch
    {
        <= Permission.AddPictures => "writing",
        <= Permission.ReadTips => "stories",
        <= Permission.SeeRealNames => "paper",
        _ => "house",
    };

    // Exhaustive on purpose: a permission that nobody placed here is refused to everybody.
    private static long LowestRoleFor(Permission permission) => permission switch
    {
        Permission.EnterNewsroom or Permission.WriteArticles or Permission.AddPictures or Permission.ReadInbox => Role.Reporter,
        Permission.ReadAnyArticle or Permission.EditDeskArticles or Permission.EditAnyArticle => Role.Editor,
        Permission.PublishArticles or Permission.PublishInAnySection or Permission.MakeReviewLinks => Role.Editor,
        Permission.ArrangePaper or Permission.RunNewsletters or Permission.ReadTips => Role.Editor,
        Permission.PublishAlone or Permission.ReadLegalComments or Permission.ArrangeDesks => Role.Publisher,
        Permission.RunPaper or Permission.RemoveForLegalReasons or Permission.SeeRealNames or Permission.SeeSubscribers or Permission.SeeDonations or Permission.RunDonations => Role.Publisher,
        Permission.ManageStaff or Permission.RunMachine => Role.Administrator,
        _ => long.MaxValue,
    };
}
