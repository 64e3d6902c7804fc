using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox.Desk;

/// <summary>GET /newsroom/inbox/71…/files/ID.bin: a tip's file, always to be saved and never shown: what it really is nobody knows.</summary>
public static class FetchFile
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/inbox/{id:long}/files/{file:guid}.bin", Get).Requires(Permission.ReadTips);

    internal static async Task<IResult> Get(long id, Guid file, HttpContext http, Newspaper newspaper, InboxStore store, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var found = await newspaper.InboxFiles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == file && row.MessageId == id, stop);
        if (found is null || store.Find(found) is not { } path) return Results.NotFound();

        newspaper.Audit(staff, "inbox-file", $"inbox/{id}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(path, "application/octet-stream", found.FileName);
    }
}
