using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

/// <summary>One picture of a bulk edit.</summary>
/// <param name="Changes">Null before anything was asked.</param>
public sealed record BulkLine(Picture Picture, Guid Stamp, IReadOnlyList<BulkChange>? Changes);

/// <param name="Left">How many of those chosen she may not change.</param>
public sealed record BulkView(IReadOnlyList<BulkLine> Lines, int Left, BulkForm Form, Problems Problems);

/// <summary>
/// GET /newsroom/pictures/bulk?id=7&amp;id=9: the form; POST shows what would change in each picture, and with "apply" changes them all, or
/// none when somebody changed one since it was shown.
/// </summary>
public static class EditPictures
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/pictures/bulk", Get).Requires(Permission.AddPictures);
        newsroom.MapPost("/pictures/bulk", Post).Requires(Permission.AddPictures);
    }

    internal static async Task<IResult> Get(HttpRequest request, Newspaper newspaper, Staff staff, CancellationToken stop)
    {
        var (mine, left) = await FindAsync(request.Query["id"], newspaper, staff, stop);
        return Page.Of<EditPicturesPage, BulkView>(new([.. mine.Select(picture => new BulkLine(picture, picture.Stamp, null))], left, new(), Problems.None));
    }

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider time, CancellationToken stop)
    {
        var (form, clock) = (BulkForm.Read(fields), await newspaper.ClockAsync(stop));
        var (mine, left) = await FindAsync(fields["id"], newspaper, staff, stop);
        var stamps = mine.ToDictionary(picture => picture.Id, picture => picture.Stamp);
        var problems = form.Check();
        var isStale = fields["Act"] == "apply" && mine.Any(picture => fields[$"Stamp-{picture.Id}"] != picture.Stamp.ToString());
        if (isStale) problems.Add(Text.T("pictures.bulk.stale"));
        List<BulkLine> lines = [.. mine.Select(picture => new BulkLine(picture, stamps[picture.Id], problems.Any && !isStale ? null : form.WriteTo(picture, clock)))];
        if (problems.Any || fields["Act"] != "apply")
        {
            newspaper.ChangeTracker.Clear();
            return Page.Of<EditPicturesPage, BulkView>(new(lines, left, form, problems), isStale ? StatusCodes.Status409Conflict : problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }

        foreach (var line in lines.Where(line => line.Changes is { Count: > 0 })) line.Picture.Remember();
        newspaper.Audit(staff, "pictures-changed", "pictures", string.Join(' ', mine.Select(picture => picture.Id.ToString(CultureInfo.InvariantCulture))), time.GetUtcNow());
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusalException(Text.T("pictures.bulk.stale"));
        }
        return TypedResults.Redirect("/newsroom/pictures");
    }

    private static async Task<(IReadOnlyList<Picture> Mine, int Left)> FindAsync(Microsoft.Extensions.Primitives.StringValues ids, Newspaper newspaper, Staff staff, CancellationToken stop)
    {
        var chosen = ids.Select(id => long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct().Take(Most).ToList();
        var found = await newspaper.Pictures.Where(picture => chosen.Contains(picture.Id)).LatestFirst().ToListAsync(stop);
        List<Picture> mine = [.. found.Where(picture => staff.MayEdit(picture.UploadedBy))];
        return (mine, found.Count - mine.Count);
    }
}
