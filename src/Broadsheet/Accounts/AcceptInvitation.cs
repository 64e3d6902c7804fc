using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

public sealed record InvitationView(string Key, string Role, string Name, string Email, Problems Problems);

/// <summary>GET, POST /newsroom/invitation: whoever holds the link becomes a member of staff, once.</summary>
public static class AcceptInvitation
{
    private static readonly OpenToAnybody Door = new("The key in the link is what lets one in.");

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/invitation", Get).OpenTo(Door).Braked(Brake.Invitation);
        newsroom.MapPost("/invitation", Post).OpenTo(Door).Braked(Brake.Invitation);
    }

    internal static async Task<RazorComponentResult> Get(string? key, Newspaper newspaper, TimeProvider clock)
    {
        var link = await newspaper.OpenAsync(LinkKind.Invitation, key, clock.GetUtcNow());
        return Show(new(key!, await RoleOfAsync(link, newspaper), "", link.Email ?? "", Problems.None));
    }

    internal static async Task<IResult> Post(IFormCollection fields, HttpContext context, Newspaper newspaper, UserManager<StaffMember> members, TimeProvider clock)
    {
        var (key, password, now) = (fields["Key"].ToString(), fields["Password"].ToString(), clock.GetUtcNow());
        var link = await newspaper.OpenAsync(LinkKind.Invitation, key, now);
        var member = new StaffMember(fields["Name"].ToString().Trim(), fields["Email"].ToString().Trim(), link.RoleId!.Value, now);

        var problems = await members.ProblemsOfAsync(member, password);
        if (problems.Any) return Show(new(key, await RoleOfAsync(link, newspaper), member.Name, member.Email!, problems), StatusCodes.Status422UnprocessableEntity);

        await newspaper.WriteAsync(async () =>
        {
            await newspaper.SpendAsync(LinkKind.Invitation, key, now);
            await members.AddAsync(member, password);
        });
        await context.SignInAsync(member, SignInMethod.Invitation);
        return TypedResults.LocalRedirect("/newsroom/account/protection");
    }

    private static async Task<string> RoleOfAsync(OneTimeLink link, Newspaper newspaper) =>
        (await newspaper.Roles.AsNoTracking().SingleAsync(role => role.Id == link.RoleId)).KnownAs;

    private static RazorComponentResult Show(InvitationView view, int status = StatusCodes.Status200OK) => Page.Alone<InvitationPage, InvitationView>(view, status);
}
