using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Readers;

/// <summary>A reader's mail address.</summary>
/// <param name="Normal">In small letters, its domain in ASCII: how it is found again, whoever types it.</param>
/// <param name="Typed">Before the @ as she typed it, since a server may tell capitals apart: how mail is sent to it.</param>
public sealed record ReaderAddress(string Normal, string Typed)
{
    /// <summary>RFC 5321's limit of a path, without its brackets.</summary>
    public const int Longest = 254;

    private const int LongestLocal = 64;

    // RFC 5322's atext and the point. What else may stand in quotation marks is no address that anybody has.
    private const string AlsoInLocal = ".!#$%&'*+/=?^_`{|}~-";

    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>Null when it is no address. Umlauts are taken in the domain alone: few servers deliver to others.</summary>
    public static ReaderAddress? Read(string? text)
    {
        var typed = (text ?? "").Trim();
        var at = typed.LastIndexOf('@');
        if (at < 1 || at > LongestLocal || typed.Length > Longest) return null;

        var local = typed[..at];
        if (!local.All(letter => char.IsAsciiLetterOrDigit(letter) || AlsoInLocal.Contains(letter, StringComparison.Ordinal))) return null;
        if (local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal)) return null;
        if (DomainOf(typed[(at + 1)..]) is not { Length: > 3 } domain || !domain.Contains('.', StringComparison.Ordinal)) return null;

        var normal = $"{local.ToLowerInvariant()}@{domain}";
        return normal.Length <= Longest ? new(normal, $"{local}@{domain}") : null;
    }

    /// <summary>What stands for the address where it must not be kept itself.</summary>
    public byte[] Hash => HashOf(Normal);

    /// <inheritdoc cref="Hash"/>
    /// <param name="normal">In its normal form.</param>
    public static byte[] HashOf(string normal) => SHA256.HashData(Encoding.UTF8.GetBytes("address:" + normal));

    // A record's own ToString would print the address into a log.
    public override string ToString() => "(address)";

    private static string? DomainOf(string typed)
    {
        try
        {
            return typed.EndsWith('.') ? null : Domains.GetAscii(typed).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
