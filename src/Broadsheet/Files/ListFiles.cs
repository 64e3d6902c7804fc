using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Files;

public sealed record FileListView(IReadOnlyList<StoredFile> Files, Problems Problems);

/// <summary>A file as the editor's picker is told of it.</summary>
public sealed record FileJson(Guid Id, string FileName, string Title, string Details, string Url)
{
    public static FileJson Of(StoredFile file) => new(file.PublicId, file.FileName, file.Title, file.Details, file.Url);
}

/// <summary>GET /newsroom/files, and as JSON with ?q= for the picker; with ?id=… those of these ids.</summary>
public static class ListFiles
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/files", Get).Requires(Permission.AddPictures);
        newsroom.MapGet("/files.json", GetJson).Requires(Permission.AddPictures);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop) => await AnswerAsync(newspaper, Problems.None, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> GetJson(Newspaper newspaper, string? q, [FromQuery] Guid[] id, CancellationToken stop)
    {
        if (id.Length > 0) return TypedResults.Json((await LatestFirst(newspaper).Where(file => id.Contains(file.PublicId)).ToListAsync(stop)).Select(FileJson.Of));
        var words = (q ?? "").Trim().ToLowerInvariant();
        var files = await LatestFirst(newspaper).Where(file => words.Length == 0 || file.SearchText.Contains(words)).Take(Most).ToListAsync(stop);
        return TypedResults.Json(files.Select(FileJson.Of));
    }

    internal static async Task<IResult> AnswerAsync(Newspaper newspaper, Problems problems, int status, CancellationToken stop) =>
        Page.Of<ListFilesPage, FileListView>(new(await LatestFirst(newspaper).Take(Most).ToListAsync(stop), problems), status);

    private static IQueryable<StoredFile> LatestFirst(Newspaper newspaper) =>
        newspaper.Files.AsNoTracking().OrderByDescending(file => file.UploadedAt).ThenByDescending(file => file.Id);
}
