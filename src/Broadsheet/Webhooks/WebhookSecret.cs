using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Webhooks;

/// <summary>
/// What a receiver knows us by, and the signature made with it: the scheme of standardwebhooks.com, version 1, symmetric. It is kept as it
/// is, since signing needs it, as an authenticator's secret is.
/// </summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";

    /// <summary>256 bits, as the libraries of the scheme take them.</summary>
    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>What stands in <c>webhook-signature</c>: one signature a secret, so that one can be changed while letters are under way.</summary>
    /// <param name="at">When this attempt is sent; the receiver refuses an old one.</param>
    public static string Sign(IEnumerable<string> secrets, string id, DateTimeOffset at, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))));
    }
}
