using System.Text;

namespace Broadsheet.Pictures.Metadata;

/// <summary>
/// Bytes of unsaid encoding as text. IPTC may announce UTF-8 and mostly does not, and half of those who do not
/// write it anyway: what is valid UTF-8 is read as such, the rest as Windows-1252, which is Latin-1 with quotes.
/// </summary>
internal static class MetadataText
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Of(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows.GetString(bytes);
        }
    }

    /// <summary>Null for nothing; line ends as ours, no control characters, at most 10,000 characters.</summary>
    public static string? Clean(string? text)
    {
        var clean = new string((text ?? "").ReplaceLineEndings("\n").Where(c => !char.IsControl(c) || c is '\n' or '\t').Take(10_000).ToArray()).Trim();
        return clean.Length == 0 ? null : clean;
    }
}
