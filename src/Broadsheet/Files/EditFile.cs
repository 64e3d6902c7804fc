using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Files;

/// <param name="Name">What stands in the field.</param>
public sealed record EditFileView(StoredFile File, string Name, IReadOnlyList<FileUse> Uses, Problems Problems, bool MayEdit);

/// <summary>GET, POST /newsroom/files/7: a file under another name; …/removal takes away one that stands nowhere.</summary>
public static class EditFile
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/files/{id:long}", Get).Requires(Permission.AddPictures);
        newsroom.MapPost("/files/{id:long}", Post).Requires(Permission.AddPictures);
        newsroom.MapPost("/files/{id:long}/removal", Remove).Requires(Permission.AddPictures);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, IEnumerable<IFileUses> uses, Staff staff, CancellationToken stop) =>
        await newspaper.Files.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is { } file
            ? Answer(file, file.Title, await UsesAsync(file, uses, staff, stop), Problems.None, staff)
            : TypedResults.NotFound();

    /// <param name="seen">The name that the form was drawn with.</param>
    internal static async Task<IResult> Post(long id, [FromForm] string? name, [FromForm] string? seen, Newspaper newspaper, IEnumerable<IFileUses> uses, Staff staff, CancellationToken stop)
    {
        if (await newspaper.Files.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } file) return TypedResults.NotFound();
        Demand(staff, file);

        var problems = new Problems();
        if (string.IsNullOrWhiteSpace(name)) problems.Add("name", Text.T("file.writeName"));
        else if (file.FileName != seen) problems.Add("name", Text.T("file.changedMeanwhile", ("name", file.FileName)));
        if (problems.Any) return Answer(file, name ?? "", await UsesAsync(file, uses, staff, stop), problems, staff, file.FileName == seen ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);

        file.Rename(name!);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/files/{id}");
    }

    internal static async Task<IResult> Remove(long id, Newspaper newspaper, FileStore files, IEnumerable<IFileUses> uses, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Files.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } file) return TypedResults.NotFound();
        Demand(staff, file);
        // Its own page names the places, with links.
        if (await UsesAsync(file, uses, staff, stop) is { Count: > 0 } used)
            return Answer(file, file.Title, used, new Problems().Add(Text.T("file.isUsed", ("count", used.Count))), staff, StatusCodes.Status409Conflict);

        newspaper.Files.Remove(file);
        newspaper.Audit(staff, "file-removed", $"file/{file.PublicId}", file.FileName, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        // After the row: bytes without a row harm nobody, a row without bytes would.
        files.Destroy(file.FileHash);
        return TypedResults.Redirect("/newsroom/files");
    }

    private static async Task<List<FileUse>> UsesAsync(StoredFile file, IEnumerable<IFileUses> uses, Staff staff, CancellationToken stop)
    {
        var found = new List<FileUse>();
        foreach (var one in uses) found.AddRange(await one.OfAsync(file.PublicId, staff, stop));
        return found;
    }

    private static void Demand(Staff staff, StoredFile file)
    {
        if (!staff.MayEdit(file.UploadedBy)) throw new RefusalException(Text.T("file.notYours"), StatusCodes.Status403Forbidden);
    }

    private static RazorComponentResult Answer(StoredFile file, string name, IReadOnlyList<FileUse> uses, Problems problems, Staff staff, int status = StatusCodes.Status200OK) =>
        Page.Of<EditFilePage, EditFileView>(new(file, name, uses, problems, staff.MayEdit(file.UploadedBy)), status);
}
