using System.Security.Cryptography;
using Broadsheet.Machine;
using Broadsheet.Mail;
using Broadsheet.Mail.Checking;
using Broadsheet.Tests.Notices;

namespace Broadsheet.Tests.Mail;

/// <summary>Promise 26: a machine whose mail will not arrive is told why, and what to write where.</summary>
public sealed class MailDoctorTests
{
    private static readonly string[] Good =
    [
        "address=/mail.harbour.example/198.51.100.7", "ptr-record=7.100.51.198.in-addr.arpa,mail.harbour.example", "mx-host=harbour.example,mail.harbour.example,10",
        NameServer.Text("harbour.example", "v=spf1 mx -all"), NameServer.Text("_dmarc.harbour.example", "v=DMARC1; p=reject; rua=mailto:post@harbour.example"),
    ];

    [Fact]
    public async Task All_that_is_well_is_said_to_be_and_each_fault_is_named()
    {
        using var key = RSA.Create(2048);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem());
        var dkim = NameServer.Text("tide._domainkey.harbour.example", $"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}");
        using var other = RSA.Create(2048);

        // Nothing listens there, so TLS is wrong, and all else is well.
        var well = await LookAsync([.. Good, dkim]);
        Assert.Equal([("TLS", Judgement.Wrong), ("PTR", Judgement.Good), ("SPF", Judgement.Good), ("DKIM", Judgement.Good), ("DMARC", Judgement.Good), ("MX", Judgement.Good)], well.Select(one => (one.Subject, one.Judgement)));

        Assert.Contains("has no name", await FaultAsync("PTR", Judgement.Poor, [.. Good.Except([Good[1]]), dkim]), StringComparison.Ordinal);
        Assert.Contains("calls itself other.example", await FaultAsync("PTR", Judgement.Poor, [.. Good.Except([Good[1]]), "ptr-record=7.100.51.198.in-addr.arpa,other.example", dkim]), StringComparison.Ordinal);
        Assert.Contains("no host named", await FaultAsync("PTR", Judgement.Wrong, [.. Good.Except([Good[0]]), dkim]), StringComparison.Ordinal);
        Assert.Contains("does not say who", await FaultAsync("SPF", Judgement.Poor, [.. Good.Except([Good[3]]), dkim]), StringComparison.Ordinal);
        Assert.Contains("more than one", await FaultAsync("SPF", Judgement.Wrong, [.. Good, NameServer.Text("harbour.example", "v=spf1 -all"), dkim]), StringComparison.Ordinal);
        Assert.Contains("forbids 198.51.100.7", await FaultAsync("SPF", Judgement.Wrong, [.. Good.Except([Good[3]]), NameServer.Text("harbour.example", "v=spf1 ip4:192.0.2.1 -all"), dkim]), StringComparison.Ordinal);
        Assert.Contains("everybody may write", await FaultAsync("SPF", Judgement.Poor, [.. Good.Except([Good[3]]), NameServer.Text("harbour.example", "v=spf1 mx +all"), dkim]), StringComparison.Ordinal);
        Assert.Contains("v=DKIM1; k=rsa; p=MII", await FaultAsync("DKIM", Judgement.Wrong, Good), StringComparison.Ordinal);
        Assert.Contains("another key", await FaultAsync("DKIM", Judgement.Wrong, [.. Good, NameServer.Text("tide._domainkey.harbour.example", $"v=DKIM1; p={Convert.ToBase64String(other.ExportSubjectPublicKeyInfo())}")]), StringComparison.Ordinal);
        Assert.Contains("_dmarc.harbour.example", await FaultAsync("DMARC", Judgement.Poor, [.. Good[..4], dkim]), StringComparison.Ordinal);
        Assert.Contains("p=quarantine", await FaultAsync("DMARC", Judgement.Poor, [.. Good[..4], NameServer.Text("_dmarc.harbour.example", "v=DMARC1; p=none"), dkim]), StringComparison.Ordinal);
        Assert.Contains("is not one", await FaultAsync("DMARC", Judgement.Wrong, [.. Good[..4], NameServer.Text("_dmarc.harbour.example", "v=DMARC1; p=perhaps"), dkim]), StringComparison.Ordinal);
        Assert.Contains("takes no mail", await FaultAsync("MX", Judgement.Poor, [.. Good.Except([Good[2], Good[3]]), NameServer.Text("harbour.example", "v=spf1 a:mail.harbour.example -all"), dkim]), StringComparison.Ordinal);
        File.Delete(file);

        async Task<string> FaultAsync(string subject, Judgement judgement, IReadOnlyList<string> records) => Assert.Single(await LookAsync(records), one => one.Subject == subject && one.Judgement == judgement).Words;

        async Task<IReadOnlyList<MailFinding>> LookAsync(IReadOnlyList<string> records)
        {
            await using var server = await NameServer.OpenAsync(records);
            var settings = new MailSettings { Server = "smtp://mail.harbour.example:9", From = "The Harbour Post <post@harbour.example>", DkimKeyFile = file, DkimSelector = "tide" };
            return await new MailDoctor(settings, new Postman(settings), server.Dns).LookAsync(default);
        }
    }

    [Fact]
    public async Task A_server_that_answers_is_well_and_none_at_all_is_not()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var server = await NameServer.OpenAsync(Good);
        var settings = new MailSettings { Server = $"smtp://127.0.0.1:{postbox.Port}", From = "post@harbour.example" };
        var findings = await new MailDoctor(settings, new Postman(settings), server.Dns).LookAsync(default);
        Assert.Equal([("TLS", Judgement.Good), ("DKIM", Judgement.Poor), ("DMARC", Judgement.Good), ("MX", Judgement.Good)], findings.Select(one => (one.Subject, one.Judgement)));
        Assert.Equal(Judgement.Wrong, Assert.Single(await new MailDoctor(new(), new Postman(new()), server.Dns).LookAsync(default)).Judgement);
    }
}
