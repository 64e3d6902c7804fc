using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Webhooks.Desk;

/// <param name="Last">Its last attempt; null: none yet.</param>
public sealed record LoggedDelivery(WebhookDelivery Delivery, WebhookAttempt? Last);

/// <param name="Receiver">Null while it is being made.</param>
/// <param name="Log">The newest first.</param>
public sealed record WebhookView(WebhookReceiver? Receiver, WebhookForm Form, Problems Problems, IReadOnlyList<Choice> Places, IReadOnlyList<LoggedDelivery> Log, int Failed, NewsroomClock Clock, IReadOnlyList<StaleText>? Stale);

/// <summary>A receiver's page: what it wants to hear, and what became of it.</summary>
internal static class WebhookAnswer
{
    private const int Most = 100;

    internal static async Task<IResult> OfAsync(WebhookReceiver? receiver, WebhookForm form, Problems problems, Newspaper newspaper, CancellationToken stop, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null)
    {
        var (id, attempts) = (receiver?.Id ?? 0, newspaper.WebhookAttempts);
        var deliveries = await newspaper.WebhookDeliveries.AsNoTracking().Include(row => row.Message).Where(row => row.ReceiverId == id).OrderByDescending(row => row.Id).Take(Most).ToListAsync(stop);
        var ids = deliveries.Select(row => row.Id).ToList();
        var last = await attempts.AsNoTracking().Where(row => ids.Contains(row.DeliveryId) && !attempts.Any(later => later.DeliveryId == row.DeliveryId && later.Id > row.Id)).ToDictionaryAsync(row => row.DeliveryId, stop);
        var failed = await newspaper.WebhookDeliveries.CountAsync(row => row.ReceiverId == id && row.State == DeliveryState.Failed && row.StoryId != 0, stop);
        return Page.Of<EditWebhookPage, WebhookView>(new(receiver, form, problems, await PlacesAsync(newspaper, stop), [.. deliveries.Select(row => new LoggedDelivery(row, last.GetValueOrDefault(row.Id)))], failed, await newspaper.ClockAsync(stop), stale), status);
    }

    private static async Task<IReadOnlyList<Choice>> PlacesAsync(Newspaper newspaper, CancellationToken stop)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        var sections = await newspaper.Sections.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop);
        return [.. editions.SelectMany(edition => sections.Where(row => row.EditionId == edition.Id).Select(row => new Choice($"section/{row.Id}", editions.Count > 1 ? T("webhook.place.section", ("edition", edition.Name), ("section", row.Name)) : row.Name))
            .Prepend(new Choice($"edition/{edition.Id}", T("webhook.place.edition", ("edition", edition.Name)))))];
    }
}

internal static class WebhookQueries
{
    extension(Newspaper newspaper)
    {
        public Task<WebhookReceiver?> WebhookAsync(Guid id, CancellationToken stop) => newspaper.WebhookReceivers.SingleOrDefaultAsync(row => row.PublicId == id, stop);
    }

    extension(IQueryable<WebhookReceiver> receivers)
    {
        /// <summary>Holds the row until the transaction ends, so that of two who save one sees the other. Call it inside WriteAsync.</summary>
        public Task TakeTurnAsync(Guid id, CancellationToken stop) => receivers.Where(row => row.PublicId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, row => row.Revision), stop);
    }
}
