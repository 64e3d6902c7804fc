using Broadsheet.Machine;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Broadsheet.Mail;

/// <summary>Hands mails to the machine's server. Secrets are sent only over an encrypted connection, or to this very machine.</summary>
public sealed class Postman(MailSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        var server = settings.ReadAddress();
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        var isHere = server.IsLoopback;
        var security = server.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : isHere ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
        await client.ConnectAsync(server.Host, server.IsDefaultPort || server.Port < 0 ? server.Scheme == "smtps" ? 465 : 587 : server.Port, security, stop);
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } name, var password]) await client.AuthenticateAsync(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password), stop);
        await client.SendAsync(Message(mail), stop);
        await client.DisconnectAsync(quit: true, stop);
    }

    private MimeMessage Message(OutgoingMail mail)
    {
        var from = MailboxAddress.Parse(settings.From);
        var message = new MimeMessage { Subject = mail.Subject, MessageId = $"{mail.PublicId:N}@{from.Domain}", Body = new TextPart("plain") { Text = mail.Text } };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(mail.Name, mail.To));
        // Nobody's out-of-office answers a program.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
