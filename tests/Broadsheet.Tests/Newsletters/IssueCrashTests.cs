using Broadsheet.Bench;
using Broadsheet.Editions;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Promise 6 with the real program in a process of its own; bin/bench newsletter does it with 10,000 mails and 50 kills.</summary>
public sealed class IssueCrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_sender_that_is_killed_three_times_reaches_everybody_and_repeats_only_what_was_in_flight()
    {
        var figures = await NewsletterKills.RunAsync(recipients: 300, kills: 3, seed: 7, TimeSpan.FromMilliseconds(20), output.WriteLine);

        output.WriteLine($"{figures}");
        Assert.Equal((0, 0), (figures.Missing, figures.Strange));
        Assert.InRange(figures.Duplicates, 0, figures.Allowed);
    }

    [Fact]
    public async Task A_pause_stops_it_going_on_sends_the_rest_and_who_left_meanwhile_gets_nothing()
    {
        await using var sink = await MailSink.OpenAsync(TimeSpan.FromMilliseconds(50));
        await using var paper = await NewsletterPaper.MakeAsync(sink, 200);
        await paper.StartAsync();
        await using var program = await PaperProcess.StartAsync(paper.Machine.Data, settings: paper.Settings);
        await sink.WaitForAsync(30, TimeSpan.FromMinutes(1));

        // She has not got it yet: hers is the last. What has begun to go out while she presses may still come.
        var leave = await paper.AskAsync(async (newspaper, services) => services.GetRequiredService<LeavingLinks>().Of(await newspaper.Subscriptions.OrderBy(row => row.Id).LastAsync(), await newspaper.Editions.SingleAsync()));
        using var pressed = await program.Client.PostAsync(new Uri(new Uri(leave).PathAndQuery, UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));
        Assert.True(pressed.IsSuccessStatusCode);
        await ActAsync(issue => issue.Pause());
        await Task.Delay(1000);
        var paused = sink.Count;
        await Task.Delay(1500);
        Assert.Equal(paused, sink.Count);
        Assert.InRange(paused, 30, 198);

        await ActAsync(issue => issue.Resume());
        await paper.SentAsync(TimeSpan.FromMinutes(2));
        var taken = sink.Read().Select(mail => mail.To).ToList();
        Assert.Equal(Enumerable.Range(1, 199).Select(number => $"reader{number}@harbour.example").Order(), taken.Order());

        Task ActAsync(Func<Issue, bool> act) => paper.AskAsync(async (newspaper, _) =>
        {
            Assert.True(act(await newspaper.Issues.SingleAsync()));
            return await newspaper.SaveChangesAsync();
        });
    }
}
