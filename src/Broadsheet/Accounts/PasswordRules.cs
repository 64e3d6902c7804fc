using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Accounts;

/// <summary>
/// Long is what counts (NIST SP 800-63B): twelve characters, no demands for digits or signs, and none of the passwords
/// that attackers try first, however they are dressed up.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<StaffMember>
{
    public const int MinimumLength = 12, MaximumLength = 200;

    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password) =>
        Task.FromResult(ProblemOf(password ?? "", [user.Name, user.Email ?? ""]) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = problem, Description = problem })
            : IdentityResult.Success);

    /// <summary>The key of the sentence that says what is wrong, or null.</summary>
    /// <param name="known">Names and addresses that anybody would try.</param>
    public static string? ProblemOf(string password, IEnumerable<string> known)
    {
        if (password.Length < MinimumLength) return "password-short";
        if (password.Length > MaximumLength) return "password-long";
        if (password.Distinct().Count() < 5 || CommonPasswords.Contain(password)) return "password-common";
        return known.SelectMany(Words).Any(word => IsMostOf(word, password)) ? "password-personal" : null;
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Append(text).Where(word => word.Length >= 4);

    private static bool IsMostOf(string word, string password) =>
        password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length - word.Length < MinimumLength / 2;
}
