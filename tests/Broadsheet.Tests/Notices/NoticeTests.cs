using Broadsheet.Accounts;
using Broadsheet.Mail;
using Broadsheet.Notices;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Notices;

/// <summary>Whoever is concerned is told, in the newsroom and, gathered, by mail that a real server takes.</summary>
public sealed class NoticeTests
{
    [Fact]
    public async Task Who_is_named_in_a_comment_is_told_counted_in_the_frame_and_led_there()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.DraftAsync("Harbour wall falls");
        using var mara = await newsroom.AsAsync(Role.Editor);
        using var noor = await newsroom.AsAsync(Role.Publisher); // "Mara Publisher"
        await mara.ReadAsync($"/newsroom/articles/{article.Id}/comments");
        await mara.SubmitAsync($"/newsroom/articles/{article.Id}/comments", ("Anchor", "field/Headline"), ("Text", "Too loud? @mara publisher, mail a@mara editor."));

        var page = await noor.ReadAsync("/newsroom/notices");
        Assert.All(["Mara Editor mentioned you in a comment on “Harbour wall falls”", "Too loud?", "1 unread"], words => Assert.Contains(words, page));
        Assert.DoesNotContain("unread", await mara.ReadAsync("/newsroom/notices"));
        var notice = await newsroom.AskAsync(newspaper => newspaper.Notices.SingleAsync());
        var there = await noor.SubmitAsync($"/newsroom/notices/{notice.Id}/reading");
        Assert.StartsWith($"/newsroom/articles/{article.Id}/comments#thread-", there.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("1 unread", await noor.ReadAsync("/newsroom/notices"));
        Assert.Equal(404, (int)(await mara.SubmitAsync($"/newsroom/notices/{notice.Id}/reading")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Mail_is_gathered_waits_half_an_hour_keeps_what_was_chosen_and_survives_a_server_that_refuses(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await Newsroom.OpenAsync(on, machine => machine with { Mail = new() { Server = $"smtp://127.0.0.1:{postbox.Port}", From = "The Harbour Post <newsroom@harbour.example>" }, Paper = new() { Address = "https://post.example" } });
        foreach (var worker in newsroom.App.Services.GetServices<IHostedService>().Where(one => one is MailWorker or NoticeMails)) await worker.StopAsync(default);
        var noor = await newsroom.HireAsync(Role.Editor, "noor@harbour.example");
        var (gather, send) = (newsroom.App.Services.GetServices<IHostedService>().OfType<NoticeMails>().Single(), newsroom.App.Services.GetServices<IHostedService>().OfType<MailWorker>().Single());
        Task TellAsync(string kind, string subject) => newsroom.ChangeAsync(newspaper => newspaper.Tell(kind, [noor.Id], (null, "Mara"), subject, "/newsroom/articles/7/comments", newsroom.Clock.GetUtcNow(), "Is it?"));
        async Task<int> MailAsync()
        {
            await gather.GatherAsync(default);
            while (await send.SendNextAsync(default)) { }
            return (await postbox.ReadAsync()).Count;
        }

        await TellAsync("mentioned", "Harbour wall falls");
        await TellAsync("replied", "Quay reopens");
        await TellAsync("commented", "No mail of this kind");
        Assert.Equal(0, await MailAsync()); // she may see it here
        newsroom.Clock.Advance(TimeSpan.FromMinutes(3));
        await postbox.RefuseAsync(1);
        Assert.Equal(0, await MailAsync());
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await MailAsync());
        var mail = (await postbox.ReadAsync())[0];
        Assert.All(["To: Mara Editor <noor@harbour.example>", "From: The Harbour Post <newsroom@harbour.example>", "https://post.example/newsroom/articles/7/comments", "Quay reopens", "Auto-Submitted: auto-generated"], words => Assert.Contains(words, mail));
        Assert.DoesNotContain("No mail of this kind", mail);

        await TellAsync("mentioned", "Again");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await MailAsync());
        newsroom.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(2, await MailAsync());
        await newsroom.ChangeAsync(newspaper => newspaper.NoticeChoices.Add(new NoticeChoice(noor.Id) { NotByMail = ["mentioned"] }));
        await TellAsync("mentioned", "Unwanted");
        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, await MailAsync());
    }
}
