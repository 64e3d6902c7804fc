using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Broadsheet.Bench;

/// <param name="PerSecond">Mails drawn, signed, handed over and written down.</param>
/// <param name="BarePerSecond">Mails that a program does nothing for but hand them over: made beforehand, unsigned, forgotten.</param>
public sealed record NewsletterSpeedFigures(int Recipients, double PerSecond, double BarePerSecond)
{
    public double Ratio => PerSecond / BarePerSecond;
}

/// <summary>An issue's way to a real server beside that of as many bare mails, over as many connections, by the same library.</summary>
public static class NewsletterSpeed
{
    public static async Task<NewsletterSpeedFigures> RunAsync(int recipients, Action<string> say)
    {
        await using var sink = await MailSink.OpenAsync();
        await using var paper = await NewsletterPaper.MakeAsync(sink, recipients);
        await paper.StartAsync();
        await using (PaperProcess.Launch(paper.Machine.Data, settings: paper.Settings)) await paper.SentAsync(TimeSpan.FromMinutes(10));
        var ours = Rate(sink.Read());
        say(FormattableString.Invariant($"the paper: {ours:0} mails a second"));

        await using var other = await MailSink.OpenAsync();
        await SendBareAsync(other.Port, recipients, paper.Machine.Mail.Connections);
        var bare = Rate(other.Read());
        say(FormattableString.Invariant($"a bare sender: {bare:0} mails a second"));
        return new(recipients, ours, bare);
    }

    private static double Rate(List<TakenMail> taken) => (taken.Count - 1) / (taken[^1].At - taken[0].At);

    private static Task SendBareAsync(int port, int recipients, int connections) => Task.WhenAll(Enumerable.Range(0, connections).Select(lane => Task.Run(async () =>
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None);
        // About as long as an issue's mail.
        using var message = new MimeMessage { Subject = "High water", Body = new TextPart("html") { Text = string.Concat(Enumerable.Repeat($"<p>{new string('x', 70)}</p>\n", 100)) } };
        message.From.Add(new MailboxAddress("The Bench", "bench@harbour.example"));
        message.To.Add(new MailboxAddress("", "reader@harbour.example"));
        for (var number = lane; number < recipients; number += connections) await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);
    })));
}
