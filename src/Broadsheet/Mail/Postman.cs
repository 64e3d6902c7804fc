using Broadsheet.Machine;
using MailKit.Net.Smtp;
using MimeKit;

namespace Broadsheet.Mail;

/// <summary>Hands mails to the machine's server. Secrets are sent only over an encrypted connection, or to this very machine.</summary>
public sealed class Postman(MailSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The address that all mail is from.</summary>
    public MailboxAddress From => MailboxAddress.Parse(settings.From);

    /// <summary>Whether a provider tells us what came back, by the address of <see cref="MailSettings.WebhookSecret"/>.</summary>
    public bool HearsReports => settings.WebhookSecret.Length > 0;

    /// <summary>Whether Amazon's SES does.</summary>
    public bool HearsAmazon => settings.SnsTopic.Length > 0;

    public async Task SendAsync(OutgoingMail mail, Enclosure? enclosure, CancellationToken stop)
    {
        using var connection = await ConnectAsync(stop);
        using var message = Message(mail, enclosure);
        await connection.SendAsync(message, stop);
        await connection.CloseAsync(stop);
    }

    /// <summary>A connection for as many mails as the caller likes.</summary>
    public async Task<MailConnection> ConnectAsync(CancellationToken stop)
    {
        var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.OpenAsync(settings.ReadAddress(), ("smtps", 465), 587, stop);
            return new(client, MailSignature.Of(settings), settings.ReturnAddress.Length > 0 ? MailboxAddress.Parse(settings.ReturnAddress) : From);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private MimeMessage Message(OutgoingMail mail, Enclosure? enclosure)
    {
        var message = new MimeMessage { Subject = mail.Subject, MessageId = $"{mail.PublicId:N}@{From.Domain}" };
        var text = new TextPart("plain") { Text = mail.Text };
        message.Body = mail.Html is null ? text : new MultipartAlternative(text, new TextPart("html") { Text = mail.Html });
        if (enclosure is not null) message.Body = new Multipart("mixed") { message.Body, Part(enclosure) };
        message.From.Add(From);
        message.To.Add(new MailboxAddress(mail.Name, mail.To));
        if (mail.Leave is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{mail.Leave}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
        // Nobody's out-of-office answers a program.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static MimePart Part(Enclosure enclosure) => new(ContentType.Parse(enclosure.ContentType))
    {
        Content = new MimeContent(new MemoryStream(enclosure.Bytes)),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = enclosure.FileName,
    };
}
