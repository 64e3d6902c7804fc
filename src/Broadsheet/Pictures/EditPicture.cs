using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

public sealed record EditPictureView(Picture Picture, PictureForm Form, Problems Problems, bool MayEdit, bool MayAllow);

/// <summary>GET, POST /newsroom/pictures/7</summary>
public static class EditPicture
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/pictures/{id:long}", Get).Requires(Permission.AddPictures);
        newsroom.MapPost("/pictures/{id:long}", Post).Requires(Permission.AddPictures);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, Staff staff, CancellationToken stop) =>
        await newspaper.Pictures.AsNoTracking().SingleOrDefaultAsync(picture => picture.Id == id, stop) is { } picture
            ? Answer(picture, PictureForm.Of(picture), Problems.None, staff)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection form, Newspaper newspaper, Staff staff, CancellationToken stop)
    {
        if (await newspaper.Pictures.SingleOrDefaultAsync(picture => picture.Id == id, stop) is not { } picture) return TypedResults.NotFound();
        if (!staff.MayEdit(picture.UploadedBy)) throw new RefusalException(Text.T("picture.notYours"), StatusCodes.Status403Forbidden);

        var typed = PictureForm.Read(form, picture);
        var problems = typed.Check(picture);
        if (problems.Any)
            return Answer(picture, typed with { Stamp = picture.Stamp }, problems, staff,
                typed.Stamp == picture.Stamp ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);

        typed.WriteTo(picture);
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Answer(picture, typed, new Problems().Add(Text.T("picture.changedMeanwhile")), staff, StatusCodes.Status409Conflict);
        }
        return TypedResults.Redirect($"/newsroom/pictures/{id}");
    }

    internal static RazorComponentResult Answer(Picture picture, PictureForm form, Problems problems, Staff staff, int status = StatusCodes.Status200OK) =>
        Page.Of<EditPicturePage, EditPictureView>(
            new(picture, form, problems, staff.MayEdit(picture.UploadedBy), staff.May(Permission.PublishArticles)), status);
}
