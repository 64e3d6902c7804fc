using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

/// <param name="Uses">Where it stands, or would when a draft goes out.</param>
/// <param name="RightsEnd">When its rights end, in words, and whether they have; null: they do not.</param>
public sealed record EditPictureView(Picture Picture, PictureForm Form, Problems Problems, bool MayEdit, bool MayAllow, IReadOnlyList<PlaceOfPicture> Uses, (string When, bool IsPast)? RightsEnd);

/// <summary>GET, POST /newsroom/pictures/7</summary>
public static class EditPicture
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/pictures/{id:long}", Get).Requires(Permission.AddPictures);
        newsroom.MapPost("/pictures/{id:long}", Post).Requires(Permission.AddPictures);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, PicturePage page, Staff staff, CancellationToken stop) =>
        await newspaper.Pictures.AsNoTracking().SingleOrDefaultAsync(picture => picture.Id == id, stop) is { } picture
            ? await page.AnswerAsync(picture, null, Problems.None, staff, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection form, Newspaper newspaper, PicturePage page, Staff staff, CancellationToken stop)
    {
        if (await newspaper.Pictures.SingleOrDefaultAsync(picture => picture.Id == id, stop) is not { } picture) return TypedResults.NotFound();
        if (!staff.MayEdit(picture.UploadedBy)) throw new RefusalException(Text.T("picture.notYours"), StatusCodes.Status403Forbidden);

        var typed = PictureForm.Read(form, picture);
        var problems = typed.Check(picture);
        if (problems.Any)
            return await page.AnswerAsync(picture, typed with { Stamp = picture.Stamp }, problems, staff, stop,
                typed.Stamp == picture.Stamp ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);

        typed.WriteTo(picture, await newspaper.ClockAsync(stop));
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await page.AnswerAsync(picture, typed, new Problems().Add(Text.T("picture.changedMeanwhile")), staff, stop, StatusCodes.Status409Conflict);
        }
        return TypedResults.Redirect($"/newsroom/pictures/{id}");
    }
}

/// <summary>Draws a picture's page, as it stands or with what was refused.</summary>
public sealed class PicturePage(Newspaper newspaper, IEnumerable<IPictureUses> uses, TimeProvider time)
{
    public async Task<RazorComponentResult> AnswerAsync(Picture picture, PictureForm? refused, Problems problems, Staff staff, CancellationToken stop, int status = StatusCodes.Status200OK)
    {
        var clock = await newspaper.ClockAsync(stop);
        var places = new List<PlaceOfPicture>();
        foreach (var one in uses) places.AddRange(await one.OfAsync(picture.PublicId, stop));
        return Page.Of<EditPicturePage, EditPictureView>(new(
            picture, refused ?? PictureForm.Of(picture, clock), problems, staff.MayEdit(picture.UploadedBy), staff.May(Permission.PublishArticles), places,
            picture.RightsEnd is { } end ? (clock.Say(end), picture.HaveRightsEndedAt(time.GetUtcNow())) : null), status);
    }
}
