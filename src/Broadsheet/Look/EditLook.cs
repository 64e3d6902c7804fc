using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Pictures;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Look;

/// <param name="Logos">Pictures that can be the logo.</param>
public sealed record EditLookView(LookForm Form, IReadOnlyList<PictureJson> Logos, Problems Problems, IReadOnlyList<StaleText>? Stale);

/// <summary>GET, POST /newsroom/look: colours, faces and logo of the paper. Every save adds to the history of settings, and stands on every page at once.</summary>
public static class EditLook
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/look", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/look", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var (look, revision) = await newspaper.SettingAndRevisionAsync<PaperLook>(stop);
        return await AnswerAsync(LookForm.Of(look, revision), Problems.None, newspaper, StatusCodes.Status200OK, stop);
    }

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var form = LookForm.Read(fields);
        var (problems, before, last) = await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Code == "").TakeTurnAsync(stop);
            var (before, last) = await newspaper.SettingAndRevisionAsync<PaperLook>(stop);
            var found = last == form.Revision ? form.Check() : new Problems().Add(Text.T("stale.title"));
            var picture = form.Logo is { } id ? await newspaper.Pictures.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id, stop) : null;
            if (form.Logo is not null && picture is null) found.Add("Logo", Text.T("look.problem.logo"));
            if (!found.Any)
            {
                newspaper.SetSetting(WithLogo(form.Over(before), picture), staff.By, clock.GetUtcNow());
                await newspaper.SaveChangesAsync(stop);
            }
            return (found, before, last);
        }, stop);

        if (!problems.Any) return TypedResults.Redirect("/newsroom/look");
        return last == form.Revision
            ? await AnswerAsync(form, problems, newspaper, StatusCodes.Status422UnprocessableEntity, stop)
            : await AnswerAsync(form with { Revision = last }, problems, newspaper, StatusCodes.Status409Conflict, stop, form.Against(before));
    }

    // WebP keeps what is transparent, so that a logo stands on the paper's own colour, by day and by lamplight.
    private static PaperLook WithLogo(PaperLook look, Picture? picture)
    {
        if (picture is null) return look with { LogoPicture = null, Logo = null, LogoWidth = 0, LogoHeight = 0 };

        var view = PictureView.Of(picture, "en");
        return look with { LogoPicture = picture.PublicId, Logo = Path.ChangeExtension(view.Url, ".webp"), LogoWidth = view.Width, LogoHeight = view.Height };
    }

    private static async Task<IResult> AnswerAsync(LookForm form, Problems problems, Newspaper newspaper, int status, CancellationToken stop, IReadOnlyList<StaleText>? stale = null) =>
        Page.Of<EditLookPage, EditLookView>(new(form, await newspaper.Pictures.ToChooseAsync(form.Logo, stop), problems, stale), status);
}
