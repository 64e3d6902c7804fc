using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Bounces;
using Broadsheet.Tests.Notices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Newsletters;

/// <summary>What Amazon's SES says came back, signed as Amazon signs, by a stand-in that hands out the certificate.</summary>
public sealed class AmazonTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:mail";

    [Fact]
    public async Task What_Amazon_signs_of_our_topic_is_believed_and_nothing_else()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=sns.amazonaws.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var confirmed = 0;
        var port = Browser.Desk.FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var amazon = builder.Build();
        amazon.Urls.Add($"http://127.0.0.1:{port}");
        amazon.MapGet("/cert.pem", () => certificate.ExportCertificatePem());
        amazon.MapGet("/", (HttpRequest asked) => asked.Query["Action"] == "ConfirmSubscription" && asked.Query["Token"] == "t" ? Results.Ok(confirmed++) : Results.BadRequest());
        await amazon.StartAsync();

        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await Readers.ReaderBrowser.OpenAsync(postbox, Storage.On.Sqlite, machine => machine with
        {
            OutboundAllow = $"127.0.0.1:{port}",
            Mail = machine.Mail with { SnsTopic = Topic, SnsAddress = $"http://127.0.0.1:{port}/" },
        });
        var tide = await newsroom.NewsletterAsync();
        foreach (var name in new[] { "dana", "ruth", "loud" }) await newsroom.SubscribeAsync(tide, name);
        await newsroom.StartAsync(tide, (await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"))).Id);
        await newsroom.SendIssuesAsync();
        var tags = (await postbox.BulkAsync()).ToDictionary(mail => mail.To.Mailboxes.Single().Address.Split('@')[0], mail => mail.Headers["X-SES-MESSAGE-TAGS"]!.Replace("delivery=", "", StringComparison.Ordinal));

        Assert.Equal(204, await SendAsync(Invitation($"http://127.0.0.1:{port}/?Action=ConfirmSubscription&TopicArn={Topic}&Token=t")));
        Assert.Equal(403, await SendAsync(Invitation("http://127.0.0.1:1/")));
        Assert.Equal(1, confirmed);

        // Another's topic, another's certificate, a word changed after it was signed.
        Assert.Equal(403, await SendAsync(Notice(Bounce("dana", "Permanent")), topic: "arn:aws:sns:eu-west-1:999999999999:mail"));
        Assert.Equal(403, await SendAsync(Notice(Bounce("dana", "Permanent")), address: "http://127.0.0.1:1/cert.pem"));
        Assert.Equal(403, await SendAsync(Notice(Bounce("dana", "Permanent")), address: $"http://127.0.0.1:{port}/?Action=GetCertificate&Name=cert.pem"));
        Assert.Equal(403, await SendAsync(Notice(Bounce("dana", "Permanent")), change: text => text.Replace("Permanent", "permanent", StringComparison.Ordinal)));
        Assert.Equal(3, await ActiveAsync());

        Assert.Equal(204, await SendAsync(Notice(Bounce("dana", "Permanent"))));
        Assert.Equal(204, await SendAsync(Notice(Bounce("ruth", "Transient")), version: "1"));
        Assert.Equal(204, await SendAsync(Notice(JsonSerializer.Serialize(new { eventType = "Complaint", complaint = new { complaintFeedbackType = "abuse" }, mail = new { commonHeaders = new { messageId = $"<{tags["loud"]}@harbour.example>" } } }))));
        Assert.Equal(204, await SendAsync(Notice("Successfully validated SNS topic for Amazon SES event publishing.")));
        Assert.Equal(1, await ActiveAsync());
        Assert.Equal([BounceKind.Hard, BounceKind.Soft, BounceKind.Complaint], await newsroom.AskAsync(newspaper => newspaper.Bounces.OrderBy(row => row.Id).Select(row => row.Kind).ToListAsync()));

        Assert.Equal("https://sns.eu-west-1.amazonaws.com/", AmazonNotice.ServiceOf(Topic));
        Assert.Equal("https://sns.cn-north-1.amazonaws.com.cn/", AmazonNotice.ServiceOf("arn:aws-cn:sns:cn-north-1:123456789012:mail"));
        Assert.Null(AmazonNotice.ServiceOf("arn:aws:sns:evil.example/:1:mail"));

        Task<int> ActiveAsync() => newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync(row => row.EndedAt == null));

        string Bounce(string name, string type) => JsonSerializer.Serialize(new
        {
            notificationType = "Bounce",
            bounce = new { bounceType = type, bounceSubType = "General", bouncedRecipients = new[] { new { emailAddress = $"{name}@harbour.example", diagnosticCode = "smtp; 550 5.1.1 user unknown" } } },
            mail = new { messageId = "0000", tags = new Dictionary<string, string[]> { ["delivery"] = [tags[name]] } },
        });

        Dictionary<string, string> Notice(string message) => new() { ["Type"] = "Notification", ["MessageId"] = "1", ["Message"] = message, ["Timestamp"] = "2026-11-28T10:00:00.000Z" };

        Dictionary<string, string> Invitation(string address) => new() { ["Type"] = "SubscriptionConfirmation", ["MessageId"] = "1", ["Token"] = "t", ["Message"] = "You have chosen to subscribe", ["SubscribeURL"] = address, ["Timestamp"] = "2026-11-28T10:00:00.000Z" };

        async Task<int> SendAsync(Dictionary<string, string> fields, string topic = Topic, string? address = null, string version = "2", Func<string, string>? change = null)
        {
            fields["TopicArn"] = topic;
            var signed = string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}\n{field.Value}\n"));
            fields["Signature"] = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(signed), version == "2" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
            (fields["SignatureVersion"], fields["SigningCertURL"]) = (version, address ?? $"http://127.0.0.1:{port}/cert.pem");
            var body = JsonSerializer.Serialize(fields);
            using var content = new StringContent(change?.Invoke(body) ?? body, Encoding.UTF8, "text/plain");
            return (int)(await newsroom.Client.PostAsync("/webhooks/mail/ses", content)).StatusCode;
        }
    }
}
