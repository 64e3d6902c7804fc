using MimeKit;

namespace Broadsheet.Newsletters.Issues;

/// <summary>An issue as one reader's mail.</summary>
internal static class IssueMessage
{
    public static MimeMessage Of(IssueTurn turn, string leave, MailboxAddress from, DateTimeOffset now)
    {
        var (mail, newsletter, reader) = (turn.Mail.Mail, turn.Newsletter, turn.Reader);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            MessageId = $"{turn.Delivery.PublicId:N}@{from.Domain}",
            Date = now,
            Body = new MultipartAlternative(new TextPart("plain") { Text = turn.Mail.Text(leave) }, new TextPart("html") { Text = turn.Mail.Html(leave) }),
        };
        message.From.Add(new MailboxAddress(newsletter.SenderName.Length > 0 ? newsletter.SenderName : mail.Edition.Name, from.Address));
        message.To.Add(new MailboxAddress(reader.Name, reader.TypedAddress));
        if (newsletter.ReplyAddress.Length > 0) message.ReplyTo.Add(new MailboxAddress(newsletter.Name, newsletter.ReplyAddress));
        // RFC 8058: the mail program's own button, without a visit.
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{leave}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        message.Headers.Add(HeaderId.ListId, $"<{newsletter.PublicId:N}.{from.Domain}>");
        message.Headers.Add(HeaderId.Precedence, "bulk");
        return message;
    }
}
