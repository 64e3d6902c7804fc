using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Accounts;

/// <summary>
/// The six digits of an authenticator app (RFC 6238: SHA-1, 30 seconds). Ours and not Identity's, because that one
/// takes a code as often as it is sent and asks the machine's clock, which a test cannot move.
/// </summary>
public static class TimeCode
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>A new secret in base 32, as authenticator apps take it.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, 32);

    /// <summary>What the QR code holds.</summary>
    public static string Uri(string paper, string email, string secret) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(paper)}:{System.Uri.EscapeDataString(email)}?secret={secret}&issuer={System.Uri.EscapeDataString(paper)}";

    /// <summary>The time step that <paramref name="code"/> belongs to, or null. One step to either side bears a clock that is a little off.</summary>
    public static long? StepOf(string code, string secret, DateTimeOffset now)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length != 6 || code.Any(char.IsLetter)) return null;

        var current = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = current + 1; step >= current - 1; step--)
        {
            var right = Encoding.ASCII.GetBytes(At(step, secret));
            if (CryptographicOperations.FixedTimeEquals(right, Encoding.ASCII.GetBytes(digits))) return step;
        }
        return null;
    }

    /// <summary>The code that an app shows at an instant.</summary>
    public static string At(DateTimeOffset now, string secret) => At(now.ToUnixTimeSeconds() / StepSeconds, secret);

    private static string At(long step, string secret)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238's default, and the only one that every authenticator app knows.
        HMACSHA1.HashData(Bytes(secret), counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var letter = Alphabet.IndexOf(secret[bit / 5], StringComparison.Ordinal);
            if ((letter >> (4 - (bit % 5)) & 1) == 1) bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }
        return bytes;
    }
}
