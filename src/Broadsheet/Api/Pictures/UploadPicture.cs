using System.ComponentModel;
using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Api.Pictures;

/// <summary>POST /api/v1/pictures: one file, with its words beside it.</summary>
internal static class UploadPicture
{
    // The file's own limit says when it is too large; this leaves room for the words.
    private const long RequestBytes = PictureLimits.FileBytes + 1_000_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/pictures", Post)
        .Requires(Permission.AddPictures)
        .WithMetadata(new RequestSizeLimitAttribute(RequestBytes))
        .Accepts<PictureUpload>("multipart/form-data")
        .Describe("uploadPicture", "Upload a picture", "What the file says about itself (IPTC, XMP, EXIF) is read; words sent beside it go before that. The same bytes again are found, not added: the answer is 200 with the picture as it stands, so that an upload can be repeated.");

    internal static async Task<Results<Created<PictureAnswer>, Ok<PictureAnswer>>> Post(HttpRequest request, Staff staff, PictureIntake intake, Newspaper newspaper, CancellationToken stop)
    {
        if (!request.HasFormContentType) throw ProblemKind.WrongType.Exception("Send it as multipart/form-data with the picture in the part “file”.");
        var form = await request.ReadFormAsync(stop);
        if (form.Files is not [{ Name: "file" } file]) throw ProblemKind.Malformed.At("file", "Send one picture, in the part “file”.");
        if (form.Keys.Except(["caption", "altText", "creditLine", "takenOn"]).FirstOrDefault() is { } unknown) throw ProblemKind.Malformed.At(unknown, $"There is no “{unknown}” here, only file, caption, altText, creditLine, takenOn.");
        var words = Words(form);

        await using var content = file.OpenReadStream();
        var (picture, wasHere) = await intake.TakeInAsync(content, file.FileName, staff.By, stop);
        if (wasHere) return TypedResults.Ok(PictureAnswer.Of(picture));

        words(picture);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/v1/pictures/{picture.PublicId}", PictureAnswer.Of(picture));
    }

    // Checked before the picture is opened, so that a wrong date costs nothing.
    private static Action<Picture> Words(IFormCollection form)
    {
        DateOnly day = default;
        if (form.TryGetValue("takenOn", out var taken) && !DateOnly.TryParseExact(taken, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            throw ProblemKind.Malformed.At("takenOn", "Write the day as 2022-02-04.");
        return picture =>
        {
            if (form.TryGetValue("caption", out var caption)) picture.Caption = Asking.Words(caption);
            if (form.TryGetValue("altText", out var alt)) picture.AltText = Asking.Words(alt);
            if (form.TryGetValue("creditLine", out var credit)) picture.Credit = Credit.Parse(credit);
            if (day != default) picture.TakenOn = day;
            picture.Remember();
        };
    }
}

/// <summary>The parts of an upload.</summary>
public sealed record PictureUpload
{
    [Description("A JPEG, PNG, WebP, AVIF, GIF or TIFF of at most 60 MB.")]
    public required IFormFile File { get; init; }

    [Description("What the picture shows, instead of what the file says.")]
    public string? Caption { get; init; }

    [Description("What somebody who cannot see it is told.")]
    public string? AltText { get; init; }

    [Description("The credit as printed, such as “Mara Lind/AP”.")]
    public string? CreditLine { get; init; }

    [Description("The day it was taken, as 2022-02-04.")]
    public DateOnly? TakenOn { get; init; }
}
