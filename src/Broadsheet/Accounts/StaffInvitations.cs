using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <summary>/newsroom/staff/invitations: making a link that lets one person in, and taking it back.</summary>
public static class StaffInvitations
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/staff/invitations", Post).Requires(Permission.ManageStaff).Braked(Brake.Invitation);
        newsroom.MapPost("/staff/invitations/{id:guid}/removal", PostRemoval).Requires(Permission.ManageStaff);
    }

    internal static async Task<IResult> Post(IFormCollection fields, Staff staff, Newspaper newspaper, Hosts hosts, TimeProvider clock)
    {
        if (await newspaper.FindRoleAsync(fields["Role"].ToString()) is not { } role) throw new NoSuchRoleException();
        var (secret, now) = (Secret.New(), clock.GetUtcNow());
        var link = OneTimeLink.ForInvitation(secret, role.Id, fields["Email"].ToString().Trim() is { Length: > 0 } typed ? typed : null, now);
        newspaper.OneTimeLinks.Add(link);
        newspaper.Audit(staff, "invitation", $"link/{link.PublicId}", role.KnownAs, now);
        await newspaper.SaveChangesAsync();
        return Page.Of<ShownOncePage, ShownOnceView>(new("invitation", [hosts.Link($"/newsroom/invitation?key={secret.Text}")], "/newsroom/staff"));
    }

    internal static async Task<IResult> PostRemoval(Guid id, Staff staff, Newspaper newspaper, TimeProvider clock)
    {
        await newspaper.WriteAsync(async () =>
        {
            await newspaper.OneTimeLinks.Where(one => one.PublicId == id && one.Kind == LinkKind.Invitation).ExecuteDeleteAsync();
            newspaper.Audit(staff, "invitation-withdrawn", $"link/{id}", null, clock.GetUtcNow());
            await newspaper.SaveChangesAsync();
        });
        return TypedResults.LocalRedirect("/newsroom/staff");
    }
}
