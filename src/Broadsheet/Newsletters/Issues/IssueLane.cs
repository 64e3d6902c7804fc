using Broadsheet.Mail;
using Broadsheet.Newsletters.Bounces;
using MailKit.Net.Smtp;

namespace Broadsheet.Newsletters.Issues;

/// <summary>One connection to the mail server: hands over mail after mail, and takes the next only when the last one's fate is written down.</summary>
internal sealed class IssueLane(IssueRound round, Postman postman, LeavingLinks links, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken stop)
    {
        MailConnection? connection = null;
        try
        {
            // Before the first mail is asked for: where nobody answers, none is in hand.
            connection = await postman.ConnectAsync(stop);
            IssueOutcome? done = null;
            while (await round.NextAsync(done) is { } turn)
            {
                if (!connection.IsOpen)
                {
                    connection.Dispose();
                    connection = await postman.ConnectAsync(stop);
                }
                done = await HandOverAsync(turn, connection);
            }
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private async Task<IssueOutcome> HandOverAsync(IssueTurn turn, MailConnection connection)
    {
        using var message = IssueMessage.Of(turn, links.Of(turn.Subscription, turn.Mail.Mail.Edition), postman.From, clock.GetUtcNow());
        if (postman.HearsReports) message.Headers.Add(ProviderReports.PostmarkHeader, $"{turn.Delivery.PublicId:N}");
        if (postman.HearsAmazon) message.Headers.Add(ProviderReports.AmazonHeader, $"delivery={turn.Delivery.PublicId:N}");
        try
        {
            // Not cut off when the program is being stopped: a mail that is halfway over would go out twice.
            await connection.SendAsync(message, CancellationToken.None);
            return new(turn.Delivery, DeliveryState.HandedOver, Domain: turn.Domain);
        }
        catch (SmtpCommandException refused)
        {
            // A matter of policy (5.7), or a server that does not know us as a sender, says nothing about the reader.
            var isAboutAddress = refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && !refused.Message.Contains("5.7.", StringComparison.Ordinal);
            var isForNow = (int)refused.StatusCode < 500 || refused.ErrorCode == SmtpErrorCode.SenderNotAccepted;
            return new(turn.Delivery, isForNow ? DeliveryState.Waiting : isAboutAddress ? DeliveryState.Bounced : DeliveryState.GivenUp, refused.Message, isAboutAddress, PutOffBy(refused, turn), (int)refused.StatusCode == 421);
        }
        catch (Exception problem)
        {
            // Perhaps the server has it, perhaps not: it is sent again, under the same Message-ID.
            return new(turn.Delivery, DeliveryState.Waiting, problem.Message);
        }
    }

    // Who perhaps asks for less: the mailbox's provider, or our own server. 4.2 is about one mailbox, full or busy (RFC 3463).
    private static string? PutOffBy(SmtpCommandException refused, IssueTurn turn) =>
        (int)refused.StatusCode is < 400 or >= 500 || refused.Message.Contains("4.2.", StringComparison.Ordinal) ? null
        : refused.ErrorCode == SmtpErrorCode.SenderNotAccepted ? DomainBrakes.All : turn.Domain;
}
