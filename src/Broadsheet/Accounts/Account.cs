using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

public sealed record AccountView(StaffMember Member, string Role, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<Session> Sessions, long? Here, Problems Problems, NewsroomClock Clock);

/// <summary>/newsroom/account: one's own language, password, second factor, passkeys and sessions.</summary>
public static class Account
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/account", Get).Requires(Permission.EnterNewsroom);
        newsroom.MapGet("/account/protection", GetProtection).Requires(Permission.EnterNewsroom);
        newsroom.MapPost("/account/language", PostLanguage).Requires(Permission.EnterNewsroom);
        newsroom.MapPost("/account/password", PostPassword).Requires(Permission.EnterNewsroom).Braked(Brake.SignIn);
        newsroom.MapPost("/account/sessions/{id:guid}/removal", PostSessionRemoval).Requires(Permission.EnterNewsroom);
        newsroom.MapPost("/account/sessions/removal", PostOthersRemoval).Requires(Permission.EnterNewsroom);
    }

    internal static Task<IResult> Get(Staff staff, AccountDesk desk) => desk.ShowAsync(staff, Problems.None);

    /// <summary>The step after set-up and after an invitation: a passkey, an authenticator, or later.</summary>
    internal static IResult GetProtection(Staff staff) => Page.Of<ProtectionPage, Staff>(staff);

    internal static async Task<IResult> PostPassword(IFormCollection fields, Staff staff, AccountDesk desk, HttpContext context)
    {
        var (member, chosen) = (await desk.MemberAsync(staff), fields["New"].ToString());
        if (!await desk.KnowsPasswordAsync(member, fields["Current"].ToString())) return await desk.ShowAsync(staff, new Problems().Add("Current", Text.T("account.wrong-password")));
        if (PasswordRules.ProblemOf(chosen, [member.Name, member.Email!]) is { } problem)
            return await desk.ShowAsync(staff, new Problems().Add("New", Text.T($"account.{problem}")));

        await desk.SetPasswordAsync(member, chosen);
        await context.RenewSessionAsync(staff);
        return TypedResults.LocalRedirect("/newsroom/account");
    }

    internal static async Task<IResult> PostLanguage(IFormCollection fields, Staff staff, AccountDesk desk, Newspaper newspaper, CancellationToken stop)
    {
        var (member, language) = (await desk.MemberAsync(staff), fields["Language"].ToString());
        member.Language = Spoken.Languages.Contains(language) ? language : "";
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.LocalRedirect("/newsroom/account");
    }

    internal static async Task<IResult> PostSessionRemoval(Guid id, Staff staff, Newspaper newspaper)
    {
        await newspaper.WriteAsync(() => newspaper.Sessions.Where(one => one.PublicId == id && one.MemberId == staff.MemberId).ExecuteDeleteAsync());
        return TypedResults.LocalRedirect("/newsroom/account#sessions");
    }

    internal static async Task<IResult> PostOthersRemoval(Staff staff, Newspaper newspaper)
    {
        await newspaper.EndSessionsAsync(staff.MemberId!.Value, except: staff.SessionId);
        return TypedResults.LocalRedirect("/newsroom/account#sessions");
    }
}
