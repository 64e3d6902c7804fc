using Broadsheet.Accounts;
using Broadsheet.Giving;
using Broadsheet.Readers;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Newsletters;

/// <summary>A mail for some of those who get a newsletter: an appeal to who has not given, a word to who has.</summary>
public sealed class SegmentTests
{
    [Theory, OnBoth]
    public async Task It_goes_to_those_it_is_meant_for_and_stands_nowhere_on_the_web(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        foreach (var name in new[] { "never", "lately", "refunded" }) await newsroom.SubscribeAsync(tide, name);
        newsroom.Clock.Advance(TimeSpan.FromDays(20));
        foreach (var name in new[] { "long-ago", "newcomer" }) await newsroom.SubscribeAsync(tide, name);
        var now = newsroom.Clock.GetUtcNow();
        await GiveAsync("lately", now.AddDays(-10), 0);
        await GiveAsync("refunded", now.AddDays(-10), 500);
        await GiveAsync("long-ago", now.AddMonths(-14), 0);
        using var noor = await newsroom.AsAsync(Role.Publisher);

        Assert.Equal(["lately"], await SentAsync(("ForWhom", "Supporters")));
        Assert.Equal(["lately", "long-ago"], await SentAsync(("ForWhom", "Supporters"), ("GaveSince", Day(now.AddYears(-2)))));
        Assert.Equal(["long-ago", "never", "newcomer", "refunded"], await SentAsync(("ForWhom", "Others")));
        Assert.Equal(["long-ago", "newcomer"], await SentAsync(("ForWhom", "Others"), ("JoinedFrom", Day(now.AddDays(-2)))));
        Assert.Equal(["never", "refunded"], await SentAsync(("ForWhom", "Others"), ("JoinedUntil", Day(now.AddDays(-2)))));
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Set<Broadsheet.Newsletters.Archive.ArchivedIssue>().CountAsync()));
        Assert.All(await postbox.BulkAsync(), mail => Assert.DoesNotContain("/newsletters/tide/", mail.HtmlBody + mail.TextBody, StringComparison.Ordinal));

        // What cannot be read is asked about: it must not make of some all.
        Assert.Equal(302, (int)(await noor.SubmitAsync($"/newsroom/newsletters/{tide.Id}/issues")).StatusCode);
        var wrong = $"/newsroom/issues/{(await newsroom.IssuesAsync())[^1].Id}";
        var refused = await noor.SubmitAsync(wrong, ("Subject", "Appeal"), ("Intro", "Dear reader"), ("JoinedFrom", "31/12/2026"), ("Revision", Readers.ReaderBrowser.Hidden(await noor.ReadAsync(wrong), "Revision")));
        Assert.Equal(422, (int)refused.StatusCode);
        foreach (var kept in new[] { "Dear reader", "31/12/2026", "Write the day" }) Assert.Contains(kept, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        string Day(DateTimeOffset at) => newsroom.Edition.LocalTime(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Task GiveAsync(string name, DateTimeOffset at, long refunded) => newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () =>
        {
            var donor = await newspaper.DonorOfAsync(ReaderAddress.Read($"{name}@harbour.example"), name, newsroom.Edition.Id, at, default);
            var donation = new Donation($"test-{name}", DonationRoad.Cash, new(500, "USD"), at, DateOnly.FromDateTime(at.UtcDateTime), donor.Id, newsroom.Edition.Id);
            donation.NoteTakenBack(refunded, 0);
            newspaper.Donations.Add(donation);
            return await newspaper.SaveChangesAsync();
        }));

        async Task<string[]> SentAsync(params (string, string)[] segment)
        {
            Assert.Equal(302, (int)(await noor.SubmitAsync($"/newsroom/newsletters/{tide.Id}/issues")).StatusCode);
            var id = (await newsroom.IssuesAsync())[^1].Id;
            var path = $"/newsroom/issues/{id}";
            Assert.Equal(302, (int)(await noor.SubmitAsync(path, [("Subject", $"Appeal {id}"), ("Intro", "Dear reader"), ("Revision", Readers.ReaderBrowser.Hidden(await noor.ReadAsync(path), "Revision")), .. segment])).StatusCode);
            var page = await noor.ReadAsync(path);
            Assert.Equal(302, (int)(await noor.SubmitAsync($"{path}/sending", ("Act", "now"), ("Revision", Readers.ReaderBrowser.Hidden(page, "Revision")))).StatusCode);
            await newsroom.SendIssuesAsync();
            var sent = (await postbox.BulkAsync()).Where(mail => mail.Subject == $"Appeal {id}").Select(mail => mail.To.Mailboxes.Single().Address.Split('@')[0]).Order(StringComparer.Ordinal).ToArray();
            Assert.Contains($"goes to {sent.Length} subscriber", page, StringComparison.Ordinal);
            return sent;
        }
    }
}
