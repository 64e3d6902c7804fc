using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Files;

/// <summary>POST /newsroom/files: JSON for the editor's script, the list for a form. What was good is kept when another file was not.</summary>
public static class UploadFiles
{
    private const long RequestBytes = 5 * StoredFile.MostBytes;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/files", Post)
        .Requires(Permission.AddPictures)
        .WithMetadata(new RequestSizeLimitAttribute(RequestBytes))
        .WithFormOptions(multipartBodyLengthLimit: RequestBytes);

    internal static async Task<IResult> Post(HttpRequest request, Staff staff, Newspaper newspaper, FileIntake intake, CancellationToken stop)
    {
        var (taken, problems) = (new List<StoredFile>(), new Problems());
        foreach (var file in (await request.ReadFormAsync(stop)).Files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                taken.Add(await intake.TakeInAsync(content, file.FileName, staff.By, stop));
            }
            catch (RefusalException refusal)
            {
                problems.Add("files", $"{file.FileName}: {refusal.Message}");
            }
        }

        if (request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
            return TypedResults.Json(new { files = taken.Select(FileJson.Of), problems = problems.All.Select(problem => problem.Message) },
                statusCode: problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        return problems.Any
            ? await ListFiles.AnswerAsync(newspaper, problems, StatusCodes.Status422UnprocessableEntity, stop)
            : TypedResults.Redirect("/newsroom/files");
    }
}
