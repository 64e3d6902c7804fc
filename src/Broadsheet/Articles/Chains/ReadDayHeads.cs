using System.Text;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Chains;

/// <summary>GET /day-heads.txt: every day's head, for anybody who wants to keep them.</summary>
public static class ReadDayHeads
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/day-heads.txt", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        var heads = await newspaper.DayHeads.AsNoTracking().OrderBy(row => row.Day).ToListAsync(stop);
        http.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(string.Concat(heads.Select(head => head.Line + "\n"))), "text/plain; charset=utf-8");
    }
}
