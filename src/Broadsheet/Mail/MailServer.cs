using MailKit;
using MailKit.Security;

namespace Broadsheet.Mail;

/// <summary>How the program opens a mail server that a setting names, whether it sends there or reads.</summary>
internal static class MailServer
{
    /// <summary>Secrets are sent only over an encrypted connection, or to this very machine.</summary>
    /// <param name="server">With the name and password, if there are any.</param>
    /// <param name="encrypted">The scheme that is encrypted from its beginning, and its port.</param>
    /// <param name="port">The port of the other scheme, which turns to encryption.</param>
    public static async Task OpenAsync(this MailService client, Uri server, (string Scheme, int Port) encrypted, int port, CancellationToken stop)
    {
        var isEncrypted = server.Scheme == encrypted.Scheme;
        var security = isEncrypted ? SecureSocketOptions.SslOnConnect : server.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
        await client.ConnectAsync(server.Host, server.Port > 0 ? server.Port : isEncrypted ? encrypted.Port : port, security, stop);
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } name, var password]) await client.AuthenticateAsync(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password), stop);
    }
}
