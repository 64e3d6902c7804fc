using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Comments;
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

        Assert.Contains("Mara Editor waits for an answer", await noor.ReadAsync("/newsroom"));
        Assert.DoesNotContain("waits for an answer", await mara.ReadAsync("/newsroom"));
        var page = await noor.ReadAsync("/newsroom/notices");
        Assert.All(["Mara Editor mentioned you in a comment on “Harbour wall falls”", "Too loud?", "1 unread"], words => Assert.Contains(words, page));
        Assert.DoesNotContain("unread", await mara.ReadAsync("/newsroom/notices"));
        var notice = await newsroom.AskAsync(newspaper => newspaper.Notices.SingleAsync());
        var there = await noor.SubmitAsync($"/newsroom/notices/{notice.Id}/reading");
        Assert.StartsWith($"/newsroom/articles/{article.Id}/comments#thread-", there.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("1 unread", await noor.ReadAsync("/newsroom/notices"));
        Assert.Equal(404, (int)(await mara.SubmitAsync($"/newsroom/notices/{notice.Id}/reading")).StatusCode);
        var thread = await newsroom.AskAsync(newspaper => newspaper.CommentThreads.SingleAsync());
        await noor.SubmitAsync($"/newsroom/articles/{article.Id}/comments/{thread.PublicId}/replies", ("Text", "It is."));
        Assert.DoesNotContain("waits for an answer", await noor.ReadAsync("/newsroom"));
        Assert.Contains("Mara Publisher waits for an answer", await mara.ReadAsync("/newsroom"));
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

        // Somebody published with one key: whoever could be the second reads of it now.
        await TellAsync("publishedAlone", "Out already");
        Assert.Equal(3, await MailAsync());
        Assert.Contains("Out already", (await postbox.ReadAsync())[2]);
    }

    /// <summary>Each act tells those whom it concerns, once, and never the one who does it.</summary>
    [Theory, OnBoth]
    public async Task Keys_publications_corrections_and_holds_are_told_to_whom_they_concern(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var last = 0L;
        await newsroom.DemandTwoKeysAsync();
        var (writer, first, second) = (await newsroom.HireAsync(Role.Reporter), await newsroom.HireAsync(Role.Editor), await newsroom.HireAsync(Role.Publisher));
        using var editor = await newsroom.AsAsync(first);
        using var publisher = await newsroom.AsAsync(second);
        var story = await newsroom.DraftAsync("Harbour wall falls", by: writer.Id);
        var path = $"/newsroom/articles/{story.Id}";

        await ActAsync(editor, $"{path}/keys");
        Assert.Equal(["keyWanted → Publisher"], await ToldAsync());
        Assert.Contains("wants a second key", await publisher.ReadAsync("/newsroom"));
        Assert.DoesNotContain("wants a second key", await editor.ReadAsync("/newsroom"));
        await ChangeAsync("Harbour wall falls at noon");
        await ChangeAsync("Harbour wall falls at dawn");
        Assert.Equal(["keyCancelled → Editor"], await ToldAsync());
        Assert.Contains("Mara Reporter changed “Harbour wall falls at noon” after you gave it your key", await editor.ReadAsync("/newsroom/notices"));

        await ActAsync(editor, $"{path}/keys");
        await ToldAsync();
        await ActAsync(publisher, $"{path}/publication");
        Assert.Equal(["published → Reporter"], await ToldAsync());
        Assert.Equal(302, (int)(await editor.SubmitAsync($"{path}/corrections", ("shown", $"{(await newsroom.ReloadAsync(story)).PublishedVersionId}"), ("Kind", "Correction"), ("Text", "The wall fell at dawn."))).StatusCode);
        Assert.Equal(["corrected → Reporter: The wall fell at dawn."], await ToldAsync());

        var alone = await newsroom.DraftAsync("Quay closes", by: writer.Id);
        (story, path) = (alone, $"/newsroom/articles/{alone.Id}");
        await ActAsync(publisher, $"{path}/publication/alone", ("reason", "People are in danger"));
        Assert.Equal(["published → Reporter", "publishedAlone → Editor: People are in danger"], await ToldAsync());
        await newsroom.ActAsync(alone, (publication, found) => publication.TakeBackAsync(found));
        Assert.False(await newsroom.AskAsync(newspaper => newspaper.Notices.AnyAsync(row => row.Kind == "published" && row.Subject == "Quay closes")));

        var held = await newsroom.DraftAsync("Mayor resigns", by: writer.Id);
        (story, path) = (held, $"/newsroom/articles/{held.Id}");
        await newsroom.ActAsync(held, (publication, found) => publication.GiveKeyAsync(found, writer.Id));
        await newsroom.ActAsync(held, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddHours(1), first.Id));
        Assert.Equal(["keyWanted → Editor", "keyWanted → Publisher"], await ToldAsync());
        await ActAsync(publisher, $"{path}/hold", ("PlanRevision", "1"), ("HoldReason", "He denies it"));
        Assert.Equal(["held → Editor: He denies it", "held → Reporter: He denies it"], await ToldAsync());
        await ActAsync(editor, $"{path}/hold/removal", ("PlanRevision", "2"), ("HoldReason", "He says so himself"));
        Assert.Equal(["holdLifted → Publisher: He says so himself", "holdLifted → Reporter: He says so himself"], await ToldAsync());
        await newsroom.ActAsync(held, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddHours(1), first.Id));
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        await newsroom.RunJobsAsync();
        Assert.Equal(["wentOut → Editor", "wentOut → Reporter"], await ToldAsync());
        await newsroom.ActAsync(held, (publication, found) => publication.WithdrawAsync(found, new(WithdrawalKind.Mistake, "Not yet true", second.Id, newsroom.Clock.GetUtcNow())));
        Assert.Equal(["withdrawn → Reporter: Not yet true"], await ToldAsync());

        async Task ActAsync(StaffBrowser browser, string to, params (string, string)[] fields)
        {
            await browser.ReadAsync("/newsroom/account");
            var answer = await browser.SubmitAsync(to, [("revision", $"{(await newsroom.ReloadAsync(story)).Draft.Revision}"), .. fields]);
            Assert.True((int)answer.StatusCode == 302, $"{to} {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        Task ChangeAsync(string headline) => newsroom.AskAsync(async newspaper =>
        {
            var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == story.Id);
            found.SaveDraft(found.Draft.Content with { Headline = headline }, found.Draft.Revision, writer.Id, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });

        async Task<List<string>> ToldAsync()
        {
            var names = new Dictionary<long, string> { [writer.Id] = "Reporter", [first.Id] = "Editor", [second.Id] = "Publisher" };
            var told = (await newsroom.AskAsync(newspaper => newspaper.Notices.AsNoTracking().Where(row => row.Id > last).OrderBy(row => row.Id).ToListAsync()));
            last = told.Count > 0 ? told[^1].Id : last;
            return [.. told.Select(row => $"{row.Kind} → {names[row.MemberId]}{(row.Detail.Length > 0 ? $": {row.Detail}" : "")}").Order(StringComparer.Ordinal)];
        }
    }
}
