using System.Security.Cryptography;
using Broadsheet.Machine;
using MimeKit;

namespace Broadsheet.Mail;

/// <summary>By what the paper's domain answers for its mail (DKIM, RFC 6376), when the machine's settings name a key.</summary>
public static class MailSignature
{
    /// <summary>A signer of one's own; null where mail goes out unsigned, or the mail server signs.</summary>
    /// <exception cref="SettingException">The settings fit neither the key nor the sending address.</exception>
    internal static PlatformDkimSigner? Of(MailSettings settings)
    {
        if (settings.DkimKeyFile.Length == 0) return null;
        var (domain, from) = (DomainOf(settings), MailboxAddress.Parse(settings.From).Domain);
        if (settings.DkimSelector.Length == 0) throw new SettingException("Mail:DkimSelector must say under which name the key stands in the DNS: NAME of NAME._domainkey.example.org.");
        // DMARC counts a signature only where its domain and From's are one, or share their parent.
        if (!$".{from}".EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)) throw new SettingException($"Mail:DkimDomain must be {from}, the domain of Mail:From, or a part of its end.");
        try
        {
            return new(domain, settings.DkimSelector, File.ReadAllText(settings.DkimKeyFile));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new SettingException($"Mail:DkimKeyFile must be a private RSA key in PEM that this program may read: {problem.Message}");
        }
    }

    /// <summary>The domain that answers for the mail.</summary>
    internal static string DomainOf(MailSettings settings) => settings.DkimDomain.Length > 0 ? settings.DkimDomain : MailboxAddress.Parse(settings.From).Domain;
}
