using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Bounces;
using Broadsheet.Tests.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Promise 25, by a real mailbox: reports are noted and read, letters are left to people.</summary>
public sealed class ReturnMailboxTests
{
    [Fact]
    public async Task Reports_in_the_mailbox_are_noted_once_and_letters_stay_unread()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var returns = await ReturnBox.OpenAsync();
        await using var newsroom = await Readers.ReaderBrowser.OpenAsync(postbox, Storage.On.Sqlite, machine => machine with { Mail = machine.Mail with { ReturnMailbox = returns.Address, ReturnAddress = "bounces@harbour.example" } });
        var reader = newsroom.App.Services.GetServices<IHostedService>().OfType<ReturnMailbox>().Single();
        await reader.StopAsync(default);
        var tide = await newsroom.NewsletterAsync();
        var (dana, ruth) = (await newsroom.SubscribeAsync(tide, "dana"), await newsroom.SubscribeAsync(tide, "ruth"));
        await newsroom.StartAsync(tide, (await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"))).Id);
        await newsroom.SendIssuesAsync();
        var sent = await postbox.BulkAsync();
        Assert.Equal(2, sent.Count);
        // Where a report is to go, says the envelope.
        Assert.All(await postbox.ReadAsync(), mail => Assert.Contains("X-MailFrom: bounces@harbour.example", mail, StringComparison.Ordinal));

        await returns.PutAsync("From: ruth@harbour.example\nTo: post@harbour.example\nSubject: Thank you\n\nFor the paper.\n");
        await returns.PutAsync(BounceTests.Report("failed", "5.1.1", sent.Single(mail => mail.To.ToString().Contains("dana", StringComparison.Ordinal)).MessageId!));
        await returns.PutAsync(BounceTests.Report("failed", "5.1.1", $"{Guid.NewGuid():N}@elsewhere.example"));
        for (var twice = 0; twice < 2; twice++) await reader.LookAsync(default);

        Assert.Equal((Ending.Bounce, null), (await EndingAsync(dana), await EndingAsync(ruth)));
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Bounces.CountAsync()));
        Assert.Equal(1, returns.Read);

        Task<Ending?> EndingAsync(Subscription subscription) => newsroom.AskAsync(newspaper => newspaper.Subscriptions.Where(row => row.Id == subscription.Id).Select(row => row.Ending).SingleAsync());
    }
}
