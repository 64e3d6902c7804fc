using Broadsheet.Web;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Accounts;

/// <summary>Adding a member of staff, and saying beforehand in words what would be refused.</summary>
internal static class NewMember
{
    /// <summary>What is wrong with a name, an address and a password that somebody typed. Writes nothing.</summary>
    public static async Task<Problems> ProblemsOfAsync(this UserManager<StaffMember> members, StaffMember member, string password)
    {
        var problems = new Problems();
        if (member.Name.Length is 0 or > 100) problems.Add("Name", Text.T("account.name-needed"));
        if (!LooksLikeAddress(member.Email!)) problems.Add("Email", Text.T("account.email-needed"));
        else if (await members.FindByEmailAsync(member.Email!) is not null) problems.Add("Email", Text.T("account.email-taken"));
        if (PasswordRules.ProblemOf(password, [member.Name, member.Email!]) is { } problem) problems.Add("Password", Text.T($"account.{problem}"));
        return problems;
    }

    /// <summary>Adds the member. Throws when the rules refuse, which <see cref="ProblemsOfAsync"/> should have said before.</summary>
    public static async Task AddAsync(this UserManager<StaffMember> members, StaffMember member, string? password)
    {
        var result = password is null ? await members.CreateAsync(member) : await members.CreateAsync(member, password);
        if (!result.Succeeded) throw new MemberRefusedException(string.Join(", ", result.Errors.Select(one => one.Code)));
    }

    private static bool LooksLikeAddress(string email) =>
        email.Length <= 256 && System.Net.Mail.MailAddress.TryCreate(email, out var address) && address.Address == email;
}
