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

    /// <summary>By what a shared cache knows it.</summary>
    internal static string ListOf(StoredFile file) => $"{EdgeTag.AlonePrefix}file:{file.PublicId:N}";

    internal static async Task<Results<PhysicalFileHttpResult, RedirectHttpResult, NotFound>> Get(
        Guid id, string name, HttpResponse response, Newspaper newspaper, FileStore files, EdgeHeaders edge, CancellationToken stop)
    {
        var file = await newspaper.Files.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id, stop);
        if (file is null || !files.Has(file.FileHash)) return TypedResults.NotFound();
        // One address a file: whoever has the name of before, or a joke of her own, ends at the name of today.
        if (file.FileName != name) return TypedResults.Redirect(file.Url);

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "public, max-age=86400";
        edge.TagAlone(response, ListOf(file));
        return TypedResults.PhysicalFile(files.PathOf(file.FileHash), file.Kind.MediaType(),
            fileDownloadName: file.Kind.IsAudio() ? null : file.FileName,
            entityTag: new EntityTagHeaderValue($"\"{file.FileHash[..16]}\""), enableRangeProcessing: true);
    }
}
