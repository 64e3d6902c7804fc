using Broadsheet.Paper.Edge;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Files;

/// <summary>GET /files/0199…/report.pdf. Recordings play in the page; a PDF is taken home, so that what it carries never runs on the paper's address.</summary>
public static class ServeFile
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/files/{id:guid}/{name}", [HttpMethods.Get, HttpMethods.Head], Get);

    internal static async Task<Results<PhysicalFileHttpResult, NotFound>> Get(
        Guid id, string name, HttpResponse response, Newspaper newspaper, FileStore files, EdgeHeaders edge, CancellationToken stop)
    {
        var file = await newspaper.Files.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id, stop);
        // One address a file: any other name would be somebody's joke on the paper's account.
        if (file is null || file.FileName != name || !files.Has(file.FileHash)) return TypedResults.NotFound();

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "public, max-age=86400";
        edge.TagAlone(response, FileLists.Of(file));
        return TypedResults.PhysicalFile(files.PathOf(file.FileHash), file.Kind.MediaType(),
            fileDownloadName: file.Kind.IsAudio() ? null : file.FileName,
            entityTag: new EntityTagHeaderValue($"\"{file.FileHash[..16]}\""), enableRangeProcessing: true);
    }
}
