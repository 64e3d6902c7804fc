using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Tests.Notices;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Newsletters;

/// <summary>What Mailgun and Postmark say came back, in the form in which they say it, and what others pretend.</summary>
public sealed class WebhookTests
{
    private const string Secret = "correct horse";

    [Fact]
    public async Task A_provider_that_proves_itself_is_believed_and_nobody_else()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await Readers.ReaderBrowser.OpenAsync(postbox, Storage.On.Sqlite, machine => machine with { Mail = machine.Mail with { WebhookSecret = Secret } });
        var tide = await newsroom.NewsletterAsync();
        var subscriptions = new List<Subscription>();
        foreach (var name in new[] { "dana", "ruth", "loud" }) subscriptions.Add(await newsroom.SubscribeAsync(tide, name));
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var issue = Issue.Automatic(tide.Id, [wall.Id], newsroom.Clock.GetUtcNow());
        issue.Schedule(newsroom.Clock.GetUtcNow());
        await newsroom.ChangeAsync(newspaper => newspaper.Issues.Add(issue));
        await newsroom.ChangeAsync(newspaper => newspaper.Enqueue(new StartIssue(issue.Id, issue.Revision), newsroom.Clock.GetUtcNow()));
        await newsroom.SendIssuesAsync();
        var mails = (await postbox.BulkAsync()).ToDictionary(mail => mail.To.Mailboxes.Single().Address.Split('@')[0]);
        Assert.Equal(3, mails.Count);

        var now = newsroom.Clock.GetUtcNow();
        Assert.Equal(403, await MailgunAsync("dana", "failed", now, "wrong"));
        Assert.Equal(403, await MailgunAsync("dana", "failed", now.AddHours(-1), Secret));
        Assert.Equal(403, await PostmarkAsync("dana", "Bounce", "HardBounce", "wrong"));
        // Longer than anything that a provider says; whether its length is told or not.
        foreach (var isTold in new[] { true, false })
        {
            using var endless = new HttpRequestMessage(HttpMethod.Post, "/webhooks/mail/mailgun") { Content = new StringContent($$"""{"padding":"{{new string('x', 300_000)}}"}""") };
            endless.Headers.TransferEncodingChunked = !isTold;
            Assert.True(await Refusal.IsAsync(() => newsroom.Client.SendAsync(endless)));
        }
        Assert.Equal(3, await ActiveAsync());

        Assert.Equal(204, await MailgunAsync("dana", "delivered", now, Secret));
        Assert.Equal(3, await ActiveAsync());
        Assert.Equal(204, await MailgunAsync("dana", "failed", now, Secret));
        Assert.Equal(204, await MailgunAsync("dana", "failed", now, Secret));
        Assert.Equal(2, await ActiveAsync());
        Assert.Equal(204, await PostmarkAsync("ruth", "Bounce", "Transient", Secret));
        Assert.Equal(2, await ActiveAsync());
        Assert.Equal(204, await PostmarkAsync("loud", "SpamComplaint", "SpamComplaint", Secret));
        Assert.Equal(1, await ActiveAsync());
        Assert.Equal(Ending.Complaint, (await newsroom.AskAsync(newspaper => newspaper.Subscriptions.SingleAsync(row => row.Id == subscriptions[2].Id))).Ending);

        Task<int> ActiveAsync() => newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync(row => row.EndedAt == null));

        async Task<int> MailgunAsync(string name, string happened, DateTimeOffset at, string secret)
        {
            var (time, token) = (at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), Guid.NewGuid().ToString("N"));
            var body = new Dictionary<string, object>
            {
                ["signature"] = new { timestamp = time, token, signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time + token))) },
                ["event-data"] = new Dictionary<string, object>
                {
                    ["event"] = happened,
                    ["severity"] = "permanent",
                    ["reason"] = "bounce",
                    ["message"] = new { headers = new Dictionary<string, string> { ["message-id"] = mails[name].MessageId! } },
                    ["delivery-status"] = new Dictionary<string, object> { ["code"] = 550, ["message"] = "5.1.1 no such user" },
                },
            };
            using var answer = await newsroom.Client.PostAsJsonAsync("/webhooks/mail/mailgun", body);
            return (int)answer.StatusCode;
        }

        async Task<int> PostmarkAsync(string name, string type, string kind, string secret)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/mail/postmark")
            {
                Content = JsonContent.Create(new Dictionary<string, object> { ["RecordType"] = type, ["Type"] = kind, ["Metadata"] = new { delivery = mails[name].Headers["X-PM-Metadata-delivery"]! } }),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"broadsheet:{secret}")));
            using var answer = await newsroom.Client.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }
}
