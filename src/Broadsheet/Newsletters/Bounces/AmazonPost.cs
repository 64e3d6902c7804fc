using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Broadsheet.Machine;
using Broadsheet.Outbound;

namespace Broadsheet.Newsletters.Bounces;

/// <summary>Believes Amazon's notifications of our own topic, signed by a certificate that Amazon's own address hands out; the topic's invitation is accepted.</summary>
internal sealed class AmazonPost(MachineSettings machine, OutboundClient outbound)
{
    private const int LongestCertificate = 64 * 1024;
    private readonly ConcurrentDictionary<string, X509Certificate2> _certificates = new(StringComparer.Ordinal);

    public bool IsOn => machine.Mail.SnsTopic.Length > 0;

    /// <returns>What SES says in it, to be read with <see cref="ProviderReports.OfAmazon"/>; an undefined element where there is nothing to do; null: it is not to be believed.</returns>
    /// <exception cref="OutboundException">Amazon does not answer.</exception>
    public async Task<JsonElement?> ReadAsync(JsonElement root, CancellationToken stop)
    {
        if (AmazonNotice.Read(root) is not { } notice || notice.Topic != machine.Mail.SnsTopic) return null;
        if (!IsCertificate(notice.CertificateAddress) || !notice.IsSignedBy(await CertificateAsync(notice.CertificateAddress, stop))) return null;
        if (!notice.IsInvitation) return Parse(notice.Message);

        if (!IsOurs(notice.SubscribeAddress)) return null;
        await outbound.StatusAsync(HttpMethod.Get, new Uri(notice.SubscribeAddress), "confirms a subscription", stop);
        return default(JsonElement);
    }

    private bool IsOurs(string address) => address.StartsWith(machine.Mail.SnsAddress.Length > 0 ? machine.Mail.SnsAddress : AmazonNotice.ServiceOf(machine.Mail.SnsTopic) ?? "?", StringComparison.Ordinal);

    // Not just any answer of that host, which says much that others wrote.
    private bool IsCertificate(string address) => IsOurs(address) && new Uri(address) is { Query: "" } whole && whole.AbsolutePath.EndsWith(".pem", StringComparison.Ordinal)
        && (machine.Mail.SnsAddress.Length > 0 || whole.AbsolutePath.StartsWith("/SimpleNotificationService-", StringComparison.Ordinal));

    private async Task<X509Certificate2> CertificateAsync(string address, CancellationToken stop)
    {
        if (_certificates.TryGetValue(address, out var known)) return known;
        var pem = await outbound.ReadTextAsync(new Uri(address), LongestCertificate, "checks a signature", stop);
        try
        {
            return _certificates.GetOrAdd(address, X509Certificate2.CreateFromPem(pem));
        }
        catch (CryptographicException wrong)
        {
            throw new OutboundException(OutboundProblem.Silent, wrong.Message);
        }
    }

    private static JsonElement? Parse(string message)
    {
        try
        {
            return JsonElement.Parse(message);
        }
        catch (JsonException)
        {
            // A word of its own to a new topic, in plain text.
            return default(JsonElement);
        }
    }
}
