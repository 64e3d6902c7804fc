using System.Net;
using System.Security.Cryptography;
using Broadsheet.Machine;
using MimeKit;
using static Broadsheet.Mail.Checking.Judgement;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Mail.Checking;

/// <summary>
/// Looks at all that decides whether mail arrives: the server and its encryption, what the sending domain says of it (SPF, DKIM, DMARC), the server's
/// name, and whether answers can come back. Sends nothing.
/// </summary>
public sealed class MailDoctor(MailSettings settings, Postman postman, MailDns dns)
{
    private readonly List<MailFinding> _findings = [];

    public async Task<IReadOnlyList<MailFinding>> LookAsync(CancellationToken stop)
    {
        if (!settings.IsOn) return [new("Mail", Wrong, T("doctor.mail.off"))];
        var (host, domain) = (settings.ReadAddress().Host, MailboxAddress.Parse(settings.From).Domain);
        await LookAtServerAsync(stop);
        var addresses = await dns.AddressesAsync(host, stop);
        await LookAtNamesAsync(host, addresses, stop);
        await LookAtSpfAsync(domain, host, addresses, stop);
        await LookAtDkimAsync(stop);
        await LookAtDmarcAsync(domain, stop);
        Say("MX", (await dns.ExchangesAsync(domain, stop)).Count > 0 ? Good : Poor, "mx", ("domain", domain));
        return _findings;
    }

    private async Task LookAtServerAsync(CancellationToken stop)
    {
        try
        {
            using var connection = await postman.ConnectAsync(stop);
            Say("TLS", connection.IsEncrypted ? Good : settings.ReadAddress().IsLoopback ? Good : Poor, connection.IsEncrypted ? "tls" : "tls.none", ("host", settings.ReadAddress().Host));
            await connection.CloseAsync(stop);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Say("TLS", Wrong, "tls", ("host", settings.ReadAddress().Host), ("problem", problem.Message.Split('\n')[0]));
        }
    }

    // Receivers ask for the name of who connects to them. Where a provider relays, that is its affair.
    private async Task LookAtNamesAsync(string host, IReadOnlyList<IPAddress> addresses, CancellationToken stop)
    {
        if (addresses.Count == 0) Say("PTR", Wrong, "host", ("host", host));
        foreach (var address in addresses.Where(address => !IPAddress.IsLoopback(address)))
        {
            var name = await dns.NameOfAsync(address, stop);
            var isTrue = name is not null && (await dns.AddressesAsync(name, stop)).Contains(address);
            Say("PTR", isTrue ? Good : Poor, name is null ? "ptr.none" : "ptr", ("address", address.ToString()), ("name", name ?? ""));
        }
    }

    private async Task LookAtSpfAsync(string domain, string host, IReadOnlyList<IPAddress> addresses, CancellationToken stop)
    {
        var texts = (await dns.TextsAsync(domain, stop)).Where(SpfRecord.IsSpf).ToList();
        if (texts.Count != 1)
        {
            Say("SPF", texts.Count == 0 ? Poor : Wrong, texts.Count == 0 ? "spf.none" : "spf.many", ("domain", domain));
            return;
        }
        if (texts[0].Split(' ').Any(term => term is "all" or "+all"))
        {
            Say("SPF", Poor, "spf.open", ("domain", domain));
            return;
        }
        foreach (var address in addresses.Where(address => !IPAddress.IsLoopback(address)))
        {
            var result = await new SpfRecord(dns).CheckAsync(domain, address, stop);
            Say("SPF", result switch { SpfResult.Pass => Good, SpfResult.Fail or SpfResult.Broken => Wrong, _ => Poor }, $"spf.{result}", ("domain", domain), ("host", host), ("address", address.ToString()));
        }
    }

    private async Task LookAtDkimAsync(CancellationToken stop)
    {
        if (settings.DkimKeyFile.Length == 0)
        {
            Say("DKIM", Poor, "dkim.off");
            return;
        }
        var name = $"{settings.DkimSelector}._domainkey.{MailSignature.DomainOf(settings)}";
        using var key = RSA.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(settings.DkimKeyFile, stop));
        var records = (await dns.TextsAsync(name, stop)).Select(Tags).Where(tags => tags.ContainsKey("p")).ToList();
        var ours = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        if (records.Count == 0) Say("DKIM", Wrong, "dkim.none", ("name", name), ("record", $"v=DKIM1; k=rsa; p={ours}"));
        else if (records.All(tags => tags["p"].Replace(" ", "", StringComparison.Ordinal) != ours)) Say("DKIM", Wrong, "dkim.other", ("name", name), ("record", $"v=DKIM1; k=rsa; p={ours}"));
        else Say("DKIM", key.KeySize >= 2048 ? Good : Poor, key.KeySize >= 2048 ? "dkim" : "dkim.short", ("name", name), ("bits", key.KeySize));
    }

    private async Task LookAtDmarcAsync(string domain, CancellationToken stop)
    {
        // The domain's own, else that of the one above it (RFC 7489, 6.6.3, by the last two labels where there is no list of public suffixes).
        var names = new[] { domain, string.Join('.', domain.Split('.')[^Math.Min(2, domain.Split('.').Length)..]) }.Distinct().ToList();
        foreach (var name in names)
        {
            var records = (await dns.TextsAsync($"_dmarc.{name}", stop)).Select(Tags).Where(tags => tags.GetValueOrDefault("v") == "DMARC1").ToList();
            if (records.Count == 0) continue;
            var policy = records[0].GetValueOrDefault("p", "");
            if (records.Count > 1 || policy is not ("none" or "quarantine" or "reject")) Say("DMARC", Wrong, "dmarc.broken", ("name", $"_dmarc.{name}"));
            else Say("DMARC", policy == "none" ? Poor : Good, policy == "none" ? "dmarc.watching" : "dmarc", ("name", $"_dmarc.{name}"), ("policy", policy));
            return;
        }
        Say("DMARC", Poor, "dmarc.none", ("name", $"_dmarc.{domain}"), ("domain", domain));
    }

    private static Dictionary<string, string> Tags(string record) => record.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(tag => tag.Length == 2).GroupBy(tag => tag[0]).ToDictionary(group => group.Key, group => group.First()[1]);

    // What is good has words of its own where what is not is said under the same key.
    private void Say(string subject, Judgement judgement, string key, params (string, object?)[] values) =>
        _findings.Add(new(subject, judgement, T($"doctor.mail.{key}{(key is "tls" or "mx" or "ptr" && judgement != Good ? ".wrong" : "")}", values)));
}
