using Broadsheet.Accounts;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;
using static Broadsheet.Web.Text;

namespace Broadsheet.Pictures;

/// <summary>
/// POST /newsroom/pictures: many files at once. A script asks for JSON and gets one answer a file; a form goes
/// back to the library. One refused file does not spoil the others.
/// </summary>
public static class UploadPictures
{
    // A whole day's shoot from one form, and no more: each file has its own limit besides.
    private const long RequestBytes = 40 * PictureLimits.FileBytes;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/pictures", Post)
        .Requires(Permission.AddPictures)
        .WithMetadata(new RequestSizeLimitAttribute(RequestBytes))
        .WithFormOptions(multipartBodyLengthLimit: RequestBytes);

    internal static async Task<IResult> Post(HttpRequest request, Staff staff, PictureIntake intake, CancellationToken stop)
    {
        var uploaded = new List<UploadedJson>();
        foreach (var file in (await request.ReadFormAsync(stop)).Files)
        {
            if (file.Length == 0 && file.FileName.Length == 0) continue; // The form was sent with nothing chosen.
            await using var content = file.OpenReadStream();
            uploaded.Add(await TakeInAsync(content, file.FileName, staff.By, intake, stop));
        }
        return request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
            ? TypedResults.Json(uploaded, statusCode: uploaded.Exists(one => one.Picture is null) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Page.Of<UploadedPage, IReadOnlyList<UploadedJson>>(uploaded);
    }

    private static async Task<UploadedJson> TakeInAsync(Stream content, string fileName, long by, PictureIntake intake, CancellationToken stop)
    {
        try
        {
            var (picture, wasHere) = await intake.TakeInAsync(content, fileName, by, stop);
            return new(fileName, PictureJson.Of(picture), wasHere, null);
        }
        catch (PictureRefusedException refused)
        {
            return new(fileName, null, false, T($"pictures.problem.{refused.Problem}"));
        }
    }
}
