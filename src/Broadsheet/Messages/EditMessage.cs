using Broadsheet.Accounts;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Pictures;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages;

/// <param name="Message">What stands now.</param>
/// <param name="Body">What the editor begins with: what was sent, else what stands.</param>
/// <param name="Pictures">Those that the body names.</param>
/// <param name="SupportPage">The plain page whose text the support page shows; null while the theme's words stand there.</param>
public sealed record EditMessageView(Edition Edition, IReadOnlyList<Edition> Editions, PaperMessage Message, MessageForm Form, DraftDocument Body,
    IReadOnlyList<PictureJson> Pictures, long? SupportPage, Problems Problems, IReadOnlyList<StaleText>? Stale);

/// <summary>GET /newsroom/message?edition=1; POST /newsroom/message/1. Every save adds to the history of settings.</summary>
public static class EditMessage
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/message", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/message/{edition:long}", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(long? edition, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is not { } found) return TypedResults.NotFound();

        var (message, revision) = await newspaper.SettingOfAsync<PaperMessage>(found.Id, stop);
        return await AnswerAsync(found, message, MessageForm.Of(message, revision), Problems.None, newspaper, StatusCodes.Status200OK, stop);
    }

    internal static async Task<IResult> Post(long edition, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Editions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == edition, stop) is not { } found) return TypedResults.NotFound();

        var form = MessageForm.Read(fields);
        var (problems, message, revision) = await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Id == edition).TakeTurnAsync(stop);
            var (before, last) = await newspaper.SettingOfAsync<PaperMessage>(edition, stop);
            var found = last == form.Revision ? form.Check(before) : new Problems().Add(Text.T("stale.title"));
            if (!found.Any)
            {
                newspaper.SetSettingOf(edition, form.Over(before), staff.By, clock.GetUtcNow());
                await newspaper.SaveChangesAsync(stop);
            }
            return (found, before, last);
        }, stop);

        if (!problems.Any) return TypedResults.Redirect($"/newsroom/message?edition={edition}");
        return revision == form.Revision
            ? await AnswerAsync(found, message, form, problems, newspaper, StatusCodes.Status422UnprocessableEntity, stop)
            : await AnswerAsync(found, message, form with { Revision = revision }, problems, newspaper, StatusCodes.Status409Conflict, stop, form.Against(message));
    }

    private static async Task<IResult> AnswerAsync(
        Edition edition, PaperMessage message, MessageForm form, Problems problems, Newspaper newspaper, int status, CancellationToken stop, IReadOnlyList<StaleText>? stale = null)
    {
        var body = form.Body ?? message.Body;
        var pictures = await newspaper.Pictures.ByPublicIdAsync([.. body.ForPublication().References.Pictures], stop);
        var editions = await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).ToListAsync(stop);
        var support = await newspaper.Pages.Where(row => row.EditionId == edition.Id && row.Slug == PlainPage.Support).Select(row => (long?)row.Id).FirstOrDefaultAsync(stop);
        return Page.Of<EditMessagePage, EditMessageView>(new(edition, editions, message, form, body, [.. pictures.Values.Select(PictureJson.Of)], support, problems, stale), status);
    }
}
