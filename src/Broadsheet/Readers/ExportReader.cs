using System.Text.Encodings.Web;
using System.Text.Json;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Editions;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>GET /account/export.json: everything that the paper knows of a reader, for herself.</summary>
public static class ExportReader
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Map(IEndpointRouteBuilder account) => account.MapGet("/export.json", Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, IEnumerable<IReaderPart> parts, Hosts hosts, TimeProvider clock, CancellationToken stop)
    {
        var reader = http.Reader.Reader;
        var all = new Dictionary<string, object?>
        {
            ["paper"] = hosts.Address.AbsoluteUri,
            ["exported_at"] = clock.GetUtcNow(),
            ["id"] = reader.PublicId,
            ["address"] = reader.TypedAddress,
            ["name"] = reader.Name,
            ["edition"] = http.Editions.First(one => one.Id == reader.EditionId).Name,
            ["reader_since"] = reader.CreatedAt,
            ["last_seen"] = reader.SeenAt,
            ["sessions"] = await newspaper.ReaderSessions.AsNoTracking().Where(row => row.ReaderId == reader.Id).OrderBy(row => row.Id).Select(row => new { row.Device, row.StartedAt, row.LastSeenAt }).ToListAsync(stop),
        };
        foreach (var part in parts) all[part.Name] = await part.ExportAsync(reader, stop);

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(all, Readable), "application/json", "reader.json");
    }
}
