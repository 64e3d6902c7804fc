using Broadsheet.Articles;
using Broadsheet.Tests.Storage;
using Broadsheet.Webhooks;
using Broadsheet.Webhooks.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Webhooks;

/// <summary>A newsroom that may reach a receiver, and sends when the test says so.</summary>
public static class WebhookNewsroom
{
    public static async Task<Newsroom> OpenAsync(On on, Wire wire)
    {
        var newsroom = await Newsroom.OpenAsync(on, settings: machine => machine with { OutboundAllow = wire.Allow });
        await newsroom.StopSendingAsync();
        return newsroom;
    }

    extension(Newsroom newsroom)
    {
        public WebhookRound Sending => newsroom.App.Services.GetServices<IHostedService>().OfType<WebhookRound>().Single();

        public Task StopSendingAsync() => newsroom.Sending.StopAsync(default);

        public Task SendAsync() => newsroom.Sending.SendDueAsync(TestContext.Current.CancellationToken);

        public async Task<WebhookReceiver> ReceiverAsync(Wire wire, IReadOnlyList<WebhookEvent>? events = null, long? edition = null, long? section = null)
        {
            var receiver = new WebhookReceiver(newsroom.Clock.GetUtcNow());
            receiver.Change("The wire", wire.Address, events ?? Enum.GetValues<WebhookEvent>(), edition, section, isOn: true);
            await newsroom.ChangeAsync(newspaper => newspaper.WebhookReceivers.Add(receiver));
            return receiver;
        }

        /// <summary>Changes what readers see.</summary>
        public async Task<Article> UpdateAsync(Article article, string headline)
        {
            await newsroom.AskAsync(async newspaper =>
            {
                var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == article.Id);
                found.SaveDraft(found.Draft.Content with { Headline = headline }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
                return await newspaper.SaveChangesAsync();
            });
            return await newsroom.PublishAsync(article);
        }

        public Task<Article> WithdrawAsync(Article article, WithdrawalKind kind = WithdrawalKind.Mistake) =>
            newsroom.ActAsync(article, (publication, found) => publication.WithdrawAsync(found, new Withdrawal(kind, "Wrong", 0, newsroom.Clock.GetUtcNow(), kind == WithdrawalKind.Retraction ? "We take it back." : "")));

        public Task<WebhookReceiver> ReloadAsync(WebhookReceiver receiver) => newsroom.AskAsync(newspaper => newspaper.WebhookReceivers.AsNoTracking().SingleAsync(row => row.Id == receiver.Id));

        public Task<List<WebhookDelivery>> DeliveriesAsync() => newsroom.AskAsync(newspaper => newspaper.WebhookDeliveries.AsNoTracking().Include(row => row.Message).OrderBy(row => row.Id).ToListAsync());

        public void Wait(TimeSpan time) => newsroom.Clock.Advance(time);
    }
}
