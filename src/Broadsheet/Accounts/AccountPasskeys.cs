using System.Buffers.Text;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Accounts;

/// <summary>/newsroom/account/passkeys: adding and removing one's own.</summary>
public static class AccountPasskeys
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/account/passkeys/challenge", PostChallenge).Requires(Permission.EnterNewsroom).Braked(Brake.SignIn);
        newsroom.MapPost("/account/passkeys", Post).Requires(Permission.EnterNewsroom).Braked(Brake.SignIn);
        newsroom.MapPost("/account/passkeys/{id}/removal", PostRemoval).Requires(Permission.EnterNewsroom);
    }

    internal static async Task<IResult> PostChallenge(Staff staff, AccountDesk desk, Passkeys passkeys, HttpContext context) =>
        Results.Text(await passkeys.BeginAddingAsync(context, await desk.MemberAsync(staff)), "application/json");

    internal static async Task<IResult> Post(IFormCollection fields, Staff staff, AccountDesk desk, Passkeys passkeys, HttpContext context, Newspaper newspaper, TimeProvider clock)
    {
        var member = await desk.MemberAsync(staff);
        var name = fields["PasskeyName"].ToString().Trim() is { Length: > 0 } typed ? typed : Device.Of(context.Request);
        if (!await passkeys.AddAsync(context, member, fields["Credential"].ToString(), name[..Math.Min(name.Length, 100)]))
            return await desk.ShowAsync(staff, new Problems().Add(Text.T("passkeys.refused")));

        newspaper.Audit(staff, "passkey-added", $"staff/{member.PublicId}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync();
        await context.RenewSessionAsync(staff);
        return TypedResults.LocalRedirect("/newsroom/account");
    }

    internal static async Task<IResult> PostRemoval(string id, Staff staff, AccountDesk desk, UserManager<StaffMember> members, Newspaper newspaper, TimeProvider clock)
    {
        var member = await desk.MemberAsync(staff);
        if (!Base64Url.IsValid(id)) return TypedResults.NotFound();

        await members.RemovePasskeyAsync(member, Base64Url.DecodeFromChars(id));
        newspaper.Audit(staff, "passkey-removed", $"staff/{member.PublicId}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync();
        return TypedResults.LocalRedirect("/newsroom/account");
    }
}
