using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

public sealed record NewPasswordView(string Key, string Email, Problems Problems);

/// <summary>GET, POST /newsroom/password: a new password by the link that an administrator or the command line made.</summary>
public static class NewPassword
{
    private static readonly OpenToAnybody Door = new("The key in the link is what lets one in.");

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/password", Get).OpenTo(Door).Braked(Brake.Invitation);
        newsroom.MapPost("/password", Post).OpenTo(Door).Braked(Brake.Invitation);
    }

    internal static async Task<RazorComponentResult> Get(string? key, Newspaper newspaper, TimeProvider clock) =>
        Show(new(key ?? "", (await MemberOfAsync(key, newspaper, clock)).Email!, Problems.None));

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, AccountDesk desk, TimeProvider clock)
    {
        var (key, password) = (fields["Key"].ToString(), fields["Password"].ToString());
        var member = await MemberOfAsync(key, newspaper, clock);
        if (PasswordRules.ProblemOf(password, [member.Name, member.Email!]) is { } problem)
            return Show(new(key, member.Email!, new Problems().Add("Password", Text.T($"account.{problem}"))), StatusCodes.Status422UnprocessableEntity);

        // Signing in stays to be done: with a second factor the link alone must not be enough.
        await newspaper.WriteAsync(async () =>
        {
            await newspaper.SpendAsync(LinkKind.PasswordReset, key, clock.GetUtcNow());
            await desk.SetPasswordAsync(member, password);
            await newspaper.EndSessionsAsync(member.Id);
        });
        return TypedResults.LocalRedirect("/newsroom/sign-in");
    }

    private static async Task<StaffMember> MemberOfAsync(string? key, Newspaper newspaper, TimeProvider clock)
    {
        var link = await newspaper.OpenAsync(LinkKind.PasswordReset, key, clock.GetUtcNow());
        return await newspaper.StaffMembers.Active().FirstOrDefaultAsync(one => one.Id == link.MemberId) ?? throw new SpentLinkException();
    }

    private static RazorComponentResult Show(NewPasswordView view, int status = StatusCodes.Status200OK) => Page.Alone<NewPasswordPage, NewPasswordView>(view, status);
}
