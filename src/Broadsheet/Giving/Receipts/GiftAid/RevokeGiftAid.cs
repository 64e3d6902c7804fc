using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts.GiftAid;

/// <summary>POST /account/gift-aid/revocation: a giver takes her declarations back; they hold for what she gave before.</summary>
public static class RevokeGiftAid
{
    public static void Map(IEndpointRouteBuilder account) => account.MapPost("/gift-aid/revocation", Post);

    internal static async Task<IResult> Post(HttpContext http, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        foreach (var declaration in await newspaper.DeclarationsFor(http.Reader.Reader).Where(row => row.RevokedAt == null).ToListAsync(stop)) declaration.Revoke(clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return Results.Redirect("/account");
    }
}
