using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages;

/// <param name="Page">The plain page whose text the support page shows; null while the theme's words stand there.</param>
public sealed record EditSupportView(Edition Edition, IReadOnlyList<Edition> Editions, SupportForm Form, long? Page, Problems Problems, IReadOnlyList<StaleText>? Stale);

/// <summary>GET /newsroom/support?edition=1; POST /newsroom/support/1. Every save adds to the history of settings.</summary>
public static class EditSupport
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/support", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/support/{edition:long}", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(long? edition, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is not { } found) return TypedResults.NotFound();

        var (support, revision) = await newspaper.SettingOfAsync<PaperSupport>(found.Id, stop);
        return await AnswerAsync(found, SupportForm.Of(support, revision), Problems.None, newspaper, StatusCodes.Status200OK, stop);
    }

    internal static async Task<IResult> Post(long edition, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Editions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == edition, stop) is not { } found) return TypedResults.NotFound();

        var form = SupportForm.Read(fields);
        var (problems, support, revision) = await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Id == edition).TakeTurnAsync(stop);
            var (before, last) = await newspaper.SettingOfAsync<PaperSupport>(edition, stop);
            var found = last == form.Revision ? form.Check() : new Problems().Add(Text.T("stale.title"));
            if (!found.Any)
            {
                newspaper.SetSettingOf(edition, form.Support, staff.By, clock.GetUtcNow());
                await newspaper.SaveChangesAsync(stop);
            }
            return (found, before, last);
        }, stop);

        if (!problems.Any) return TypedResults.Redirect($"/newsroom/support?edition={edition}");
        return revision == form.Revision
            ? await AnswerAsync(found, form, problems, newspaper, StatusCodes.Status422UnprocessableEntity, stop)
            : await AnswerAsync(found, form with { Revision = revision }, problems, newspaper, StatusCodes.Status409Conflict, stop, form.Against(support));
    }

    private static async Task<IResult> AnswerAsync(Edition edition, SupportForm form, Problems problems, Newspaper newspaper, int status, CancellationToken stop, IReadOnlyList<StaleText>? stale = null)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        var page = await newspaper.Pages.Where(row => row.EditionId == edition.Id && row.Slug == PlainPage.Support).Select(row => (long?)row.Id).FirstOrDefaultAsync(stop);
        return Page.Of<EditSupportPage, EditSupportView>(new(edition, editions, form, page, problems, stale), status);
    }
}
