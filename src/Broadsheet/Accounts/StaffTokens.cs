using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <summary>/newsroom/staff/tokens: making a token for the API, and taking it back.</summary>
public static class StaffTokens
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/staff/tokens", Post).Requires(Permission.ManageStaff).Braked(Brake.Invitation);
        newsroom.MapPost("/staff/tokens/{id:guid}/removal", PostRemoval).Requires(Permission.ManageStaff);
    }

    internal static async Task<IResult> Post(IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock)
    {
        if (await newspaper.FindRoleAsync(fields["Role"].ToString()) is not { } role) throw new NoSuchRoleException();
        var name = fields["Name"].ToString().Trim() is { Length: > 0 } typed ? typed : Text.T("tokens.nameless");
        var secret = await newspaper.MakeTokenAsync(name[..Math.Min(name.Length, 100)], role, staff, clock.GetUtcNow());
        return Page.Of<ShownOncePage, ShownOnceView>(new("token", [secret.Text], "/newsroom/staff"));
    }

    internal static async Task<IResult> PostRemoval(Guid id, Staff staff, Newspaper newspaper, TimeProvider clock)
    {
        if (await newspaper.ApiTokens.FirstOrDefaultAsync(one => one.PublicId == id) is not { } token) return TypedResults.NotFound();
        await newspaper.RevokeAsync(token, staff, clock.GetUtcNow());
        return TypedResults.LocalRedirect("/newsroom/staff");
    }
}
