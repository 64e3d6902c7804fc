using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Accounts;

/// <summary>
/// A random key handed out once (in a link, a cookie, a token). The database holds only its hash: a copy of the
/// database opens no door. 256 bits need no salt and no slow hash.
/// </summary>
public sealed record Secret(string Text)
{
    public byte[] Hash => HashOf(Text);

    public static Secret New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    // A record's own ToString would print the key into a log.
    public override string ToString() => "(secret)";
}
