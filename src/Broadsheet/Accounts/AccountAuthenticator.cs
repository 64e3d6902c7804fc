using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Broadsheet.Accounts;

/// <param name="Square">The QR code as SVG.</param>
public sealed record AuthenticatorView(string Square, string Secret, Problems Problems);

/// <summary>/newsroom/account/authenticator: a second factor beside the password.</summary>
public static class AccountAuthenticator
{
    private const string Adding = "authenticator-adding";

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/account/authenticator", Get).Requires(Permission.EnterNewsroom);
        newsroom.MapPost("/account/authenticator", Post).Requires(Permission.EnterNewsroom).Braked(Brake.SignIn);
        newsroom.MapPost("/account/authenticator/removal", PostRemoval).Requires(Permission.EnterNewsroom).Braked(Brake.SignIn);
    }

    internal static async Task<IResult> Get(Staff staff, AccountDesk desk, Newspaper newspaper, Ceremony ceremony, HttpContext context)
    {
        var secret = TimeCode.NewSecret();
        ceremony.Begin(context, Adding, secret);
        return await ShowAsync(secret, await desk.MemberAsync(staff), newspaper, Problems.None);
    }

    internal static async Task<IResult> Post(IFormCollection fields, Staff staff, AccountDesk desk, UserManager<StaffMember> members, Newspaper newspaper, Ceremony ceremony, HttpContext context, TimeProvider clock)
    {
        var (member, now) = (await desk.MemberAsync(staff), clock.GetUtcNow());
        if (ceremony.Peek(context, Adding) is not { } secret) throw new SignInTooOldException();
        if (TimeCode.StepOf(fields["Code"].ToString(), secret, now) is not { } step)
            return await ShowAsync(secret, member, newspaper, new Problems().Add("Code", Text.T("sign-in.wrong-code")));

        ceremony.Finish(context, Adding);
        var (authenticator, codes) = Authenticator.New(secret, step, now);
        member.ProtectWith(authenticator);
        newspaper.Audit(staff, "authenticator-added", $"staff/{member.PublicId}", null, now);
        await members.UpdateSecurityStampAsync(member);
        await context.RenewSessionAsync(staff);
        return Page.Of<ShownOncePage, ShownOnceView>(new("recovery", codes, "/newsroom/account"));
    }

    internal static async Task<IResult> PostRemoval(IFormCollection fields, Staff staff, AccountDesk desk, UserManager<StaffMember> members, Newspaper newspaper, HttpContext context, TimeProvider clock)
    {
        var member = await desk.MemberAsync(staff);
        if (!await desk.KnowsPasswordAsync(member, fields["Password"].ToString())) return await desk.ShowAsync(staff, new Problems().Add("Password", Text.T("account.wrong-password")));

        member.RemoveAuthenticator();
        newspaper.Audit(staff, "authenticator-removed", $"staff/{member.PublicId}", null, clock.GetUtcNow());
        await members.UpdateSecurityStampAsync(member);
        await context.RenewSessionAsync(staff);
        return TypedResults.LocalRedirect("/newsroom/account");
    }

    private static async Task<IResult> ShowAsync(string secret, StaffMember member, Newspaper newspaper, Problems problems)
    {
        var paper = await newspaper.Editions.Where(one => one.Code == "").Select(one => one.Name).FirstOrDefaultAsync() ?? "Broadsheet";
        return Page.Of<AuthenticatorPage, AuthenticatorView>(new(Square(TimeCode.Uri(paper, member.Email!, secret)), secret, problems),
            problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Square(string content)
    {
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(code).GetGraphic(4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
