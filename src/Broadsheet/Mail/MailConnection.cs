using MailKit.Net.Smtp;
using MimeKit;

namespace Broadsheet.Mail;

/// <summary>A connection to the machine's mail server, for as many mails as one likes, one after the other. Each is signed, when the machine has a key.</summary>
public sealed class MailConnection : IDisposable
{
    private readonly SmtpClient _client;
    private readonly PlatformDkimSigner? _signer;

    private readonly MailboxAddress _returns;

    internal MailConnection(SmtpClient client, PlatformDkimSigner? signer, MailboxAddress returns) => (_client, _signer, _returns) = (client, signer, returns);

    public bool IsOpen => _client.IsConnected;

    public bool IsEncrypted => _client.IsSecure;

    public Task SendAsync(MimeMessage message, CancellationToken stop)
    {
        _signer?.Sign(message);
        return _client.SendAsync(message, _returns, message.To.Mailboxes, stop);
    }

    /// <summary>Takes leave of the server.</summary>
    public Task CloseAsync(CancellationToken stop) => _client.DisconnectAsync(quit: true, stop);

    public void Dispose()
    {
        _client.Dispose();
        _signer?.Dispose();
    }
}
