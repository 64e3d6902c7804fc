using System.Security.Cryptography;

namespace Broadsheet.Paper.Press;

/// <summary>What tells one making of a page from another.</summary>
/// <param name="Tag">Of the bytes, as in the page's ETag.</param>
/// <param name="Location">Where it sends whoever asks; empty when nowhere.</param>
public sealed record PageVersion(int Status, string Tag, string Location)
{
    /// <summary>The page's bytes in sixteen digits: alike only when the bytes are.</summary>
    public static string TagOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
}
