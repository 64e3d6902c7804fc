using Broadsheet.Accounts;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages;

/// <param name="Message">What stands; null while it is being made.</param>
/// <param name="Body">What the editor begins with: what was sent, else what stands.</param>
/// <param name="Pictures">Those that the body names.</param>
/// <param name="Currency">The edition's; empty: it has none.</param>
public sealed record EditMessageView(Edition Edition, Message? Message, MessageForm Form, DraftDocument Body, IReadOnlyList<PictureJson> Pictures,
    IReadOnlyList<Section> Sections, string Currency, DateTimeOffset Now, Problems Problems, IReadOnlyList<StaleText>? Stale);

/// <summary>GET, POST /newsroom/messages/7; GET /newsroom/messages/new?edition=1, POST /newsroom/messages.</summary>
public static class EditMessage
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/messages/{id:long}", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/messages/{id:long}", Post).Requires(Permission.RunPaper);
        newsroom.MapGet("/messages/new", GetNew).Requires(Permission.RunPaper);
        newsroom.MapPost("/messages", PostNew).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Messages.FindAsync([id], stop) is not { } row) return TypedResults.NotFound();
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(one => one.Id == row.EditionId, stop);
        return await AnswerAsync(edition, row, MessageForm.Of(row, edition), Problems.None, newspaper, clock, stop);
    }

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Messages.FindAsync([id], stop) is not { } row) return TypedResults.NotFound();
        var (edition, form) = (await newspaper.Editions.AsNoTracking().SingleAsync(one => one.Id == row.EditionId, stop), MessageForm.Read(fields));
        if (form.Revision != row.Revision) return await StaleAsync(row);

        var support = (await newspaper.SettingOfAsync<PaperSupport>(edition.Id, stop)).Value;
        var problems = form.Check(row.Words.Body, edition, support);
        if (problems.Any) return await AnswerAsync(edition, row, form, problems, newspaper, clock, stop, StatusCodes.Status422UnprocessableEntity);
        try
        {
            form.Fill(row, edition, support);
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Messages.FindAsync([id], stop) is { } now ? await StaleAsync(now) : TypedResults.NotFound();
        }
        return TypedResults.Redirect($"/newsroom/messages/{id}");

        Task<IResult> StaleAsync(Message theirs) => AnswerAsync(edition, theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), newspaper, clock, stop,
            StatusCodes.Status409Conflict, form.Against(MessageForm.Of(theirs, edition)));
    }

    internal static async Task<IResult> GetNew(long? edition, Newspaper newspaper, TimeProvider clock, CancellationToken stop) =>
        await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is { } found
            ? await AnswerAsync(found, null, MessageForm.Of(new(found.Id, "", 0), found) with { Revision = 0 }, Problems.None, newspaper, clock, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> PostNew(IFormCollection fields, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (!long.TryParse(fields["Edition"], out var id) || await newspaper.Editions.FindAsync([id], stop) is not { } edition) return TypedResults.NotFound();

        var (form, support) = (MessageForm.Read(fields), (await newspaper.SettingOfAsync<PaperSupport>(id, stop)).Value);
        var problems = form.Check(DraftDocument.Empty, edition, support);
        if (problems.Any) return await AnswerAsync(edition, null, form, problems, newspaper, clock, stop, StatusCodes.Status422UnprocessableEntity);

        var row = new Message(edition.Id, form.Name, 0);
        form.Fill(row, edition, support);
        newspaper.Messages.Add(row);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/messages/{row.Id}");
    }

    private static async Task<IResult> AnswerAsync(Edition edition, Message? row, MessageForm form, Problems problems, Newspaper newspaper, TimeProvider clock, CancellationToken stop,
        int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null)
    {
        var body = form.Body ?? row?.Words.Body ?? DraftDocument.Empty;
        var pictures = await newspaper.Pictures.ByPublicIdAsync([.. body.ForPublication().References.Pictures], stop);
        var sections = await newspaper.SectionsOfAsync(edition.Id, stop);
        var currency = (await newspaper.SettingOfAsync<PaperSupport>(edition.Id, stop)).Value.Amounts.Currency;
        return Page.Of<EditMessagePage, EditMessageView>(new(edition, row, form, body, [.. pictures.Values.Select(PictureJson.Of)], sections, currency, clock.GetUtcNow(), problems, stale), status);
    }
}
