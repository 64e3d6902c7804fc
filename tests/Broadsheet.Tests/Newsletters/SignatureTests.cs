using System.Security.Cryptography;
using Broadsheet.Machine;
using Broadsheet.Mail;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Readers;
using Broadsheet.Tests.Storage;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Promise 24: what a mailbox finds when it looks at the signature. The verifier is MimeKit's own, which shares no code with our signing by the platform's RSA.</summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData("The Harbour Post <post@harbour.example>", "")]
    [InlineData("The Harbour Post <post@mail.harbour.example>", "harbour.example")]
    public async Task A_mail_is_signed_for_its_own_domain_and_the_signature_holds_on_arrival(string from, string domain)
    {
        using var key = RSA.Create(2048);
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await ReaderBrowser.OpenAsync(postbox, On.Sqlite, machine =>
        {
            var file = Path.Combine(machine.Data, "dkim.pem");
            File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
            return machine with { Mail = machine.Mail with { From = from, DkimKeyFile = file, DkimSelector = "tide", DkimDomain = domain } };
        });
        await newsroom.ChangeAsync(newspaper => newspaper.Send("dana@harbour.example", "דנה לוי", "High water, גאות", "Line one.\n\n.Line two — with a dash and trailing space \n" + new string('x', 2000), newsroom.Clock.GetUtcNow(), "<p>גאות</p>"));
        await newsroom.MailsAsync(postbox);

        var raw = (await postbox.ReadAsync()).Single();
        Assert.Contains("d=harbour.example; s=tide", raw.ReplaceLineEndings(" "));
        Assert.True(await VerifiesAsync(raw));
        Assert.False(await VerifiesAsync(raw.Replace("Line one", "Line 1", StringComparison.Ordinal)));
        Assert.False(await VerifiesAsync(raw.Replace("dana@harbour.example", "mallory@harbour.example", StringComparison.Ordinal)));

        async Task<bool> VerifiesAsync(string text)
        {
            using var message = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
            return await new DkimVerifier(new Dns(key)).VerifyAsync(message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)]);
        }
    }

    [Theory]
    [InlineData("tide", "elsewhere.example", "Mail:DkimDomain")]
    [InlineData("", "", "Mail:DkimSelector")]
    [InlineData("tide", "", "Mail:DkimKeyFile")]
    public void Settings_that_would_sign_for_nobody_are_refused_at_the_start(string selector, string domain, string named)
    {
        var settings = new MailSettings { Server = "smtp://127.0.0.1:25", From = "post@harbour.example", DkimKeyFile = "/nowhere.pem", DkimSelector = selector, DkimDomain = domain };

        Assert.Contains(named, Assert.Throws<SettingException>(() => new Microsoft.Extensions.DependencyInjection.ServiceCollection().AddMail(settings)).Message);
    }

    // The record as it would stand in the DNS.
    private sealed class Dns(RSA key) : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default)
        {
            Assert.Equal(("harbour.example", "tide"), (domain, selector));
            return GetPublicKey($"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}");
        }

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
