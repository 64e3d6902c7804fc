using Broadsheet.Paper.Edge;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Pictures;

/// <summary>GET /pictures/9f86d081884c7d65/640.avif: what never changes under its address.</summary>
public static class ShowRendition
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/pictures/{key}/{name}", [HttpMethods.Get, HttpMethods.Head], Get);

    /// <summary>By what a shared cache knows all renditions of a picture.</summary>
    internal static string ListOf(string key) => $"{EdgeTag.AlonePrefix}picture:{key}";

    internal static async Task<Results<PhysicalFileHttpResult, NotFound>> Get(
        string key, string name, HttpResponse response, RenditionShelf shelf, EdgeHeaders edge, Newspaper newspaper, CancellationToken stop)
    {
        if (Rendition.Parse(name) is not { } rendition) return TypedResults.NotFound();
        // The database is asked only for what has not been made: pictures stay up when it is gone.
        var file = shelf.Find(key, rendition) ?? await MakeAsync(key, rendition, shelf, newspaper, stop);
        if (file is null) return TypedResults.NotFound();

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        edge.TagAlone(response, ListOf(key));
        return TypedResults.PhysicalFile(file, rendition.Format.MediaType(), entityTag: new EntityTagHeaderValue($"\"{key}-{name}\""));
    }

    private static async Task<string?> MakeAsync(string key, Rendition rendition, RenditionShelf shelf, Newspaper newspaper, CancellationToken stop)
    {
        var picture = await newspaper.Pictures.AsNoTracking().SingleOrDefaultAsync(picture => picture.Key == key, stop);
        if (picture is null || !rendition.Shape.WidthsFor(picture).Contains(rendition.Width)) return null;
        if (!rendition.Shape.IsWhole && !picture.HasHadFocus(rendition.FocalX, rendition.FocalY)) return null;

        try
        {
            return await shelf.FindOrMakeAsync(picture, rendition).WaitAsync(stop);
        }
        catch (PictureRefusedException)
        {
            return null;
        }
    }
}
