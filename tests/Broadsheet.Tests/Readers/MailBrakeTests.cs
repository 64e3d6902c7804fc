using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Newsletters;
using Broadsheet.Notices;
using Broadsheet.Readers;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Readers;

/// <summary>Promise 21: the sign-up form bombs nobody.</summary>
public sealed class MailBrakeTests
{
    [Theory, OnBoth]
    public async Task Ten_thousand_sign_ups_from_five_hundred_addresses_send_no_more_mails_than_the_brakes_let_through(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on, machine => machine with { Readers = new() { MailsAltogether = 120 } });
        var noor = await newsroom.HireAsync(Role.Administrator);
        await newsroom.HireAsync(Role.Reporter);
        newsroom.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(newsroom.Clock.GetUtcNow().ToUnixTimeSeconds() % 3600));

        async Task<Held?> AskAsync(string address, string from)
        {
            await using var scope = newsroom.App.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SignUp>().RequestAsync(new(Guid.NewGuid(), address, [1], "/", "Yes"), newsroom.Edition, IPAddress.Parse(from), newsroom.Clock.GetUtcNow(), default);
        }
        Task<int> MailsAsync() => newsroom.AskAsync(newspaper => newspaper.SubscriptionRequests.CountAsync());

        // One mailbox from everywhere; then one network for everybody, whatever its last numbers are.
        for (var i = 0; i < 20; i++) await AskAsync("dana@harbour.example", $"10.1.{i}.1");
        Assert.Equal(6, await MailsAsync());
        Assert.Equal(Held.Address, (await AskAsync("Dana@harbour.example", "10.2.0.1"))!.Scope);
        for (var i = 0; i < 60; i++) await AskAsync($"reader{i}@harbour.example", i % 2 == 0 ? $"2001:db8:1:2{i:x2}::1" : $"2001:db8:1:2ff:{i:x}::7");
        Assert.Equal(46, await MailsAsync());
        Assert.Equal(Held.Network, (await AskAsync("ruth@harbour.example", "2001:db8:1:200::9"))!.Scope);
        Assert.Null(await AskAsync("ruth@harbour.example", "2001:db8:1:300::9"));

        for (var i = 0; i < 10_000; i++) await AskAsync($"victim{i}@harbour.example", $"10.{3 + i % 2}.{i % 250}.{i % 200}");
        Assert.Equal(120, await MailsAsync());
        Assert.Equal(Held.Altogether, (await AskAsync("tom@harbour.example", "10.9.9.9"))!.Scope);
        var notice = Assert.Single(await newsroom.AskAsync(newspaper => newspaper.Notices.ToListAsync()));
        Assert.Equal((noor.Id, "mail-brake", "120"), (notice.MemberId, notice.Kind, notice.Subject));

        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await AskAsync("tom@harbour.example", "10.9.9.9"));
        Assert.Equal(Held.Address, (await AskAsync("dana@harbour.example", "10.9.9.9"))!.Scope);
        await newsroom.App.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<ReaderCleaning>().Single().CleanAsync(default);
        Assert.DoesNotContain(await newsroom.AskAsync(newspaper => newspaper.BrakeCounts.ToListAsync()), row => row.EndsAt < newsroom.Clock.GetUtcNow());
    }
}
