using System.Text;

namespace Broadsheet.Pictures;

/// <summary>The formats a picture may come in. Everything else is refused, whatever its name says.</summary>
public enum PictureFormat { Jpeg, Png, WebP, Gif, Avif, Tiff }

public static class PictureFormats
{
    /// <summary>How many of a file's first bytes <see cref="Of"/> wants to see.</summary>
    public const int HeadLength = 64;

    /// <summary>
    /// The format that the first bytes show, or null. The loader is chosen by this alone and told explicitly,
    /// so a file that is two things at once is read as the one it begins with.
    /// </summary>
    public static PictureFormat? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureFormat.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => PictureFormat.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PictureFormat.WebP,
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => PictureFormat.Tiff,
        _ => IsIsoMedia(head, "avif"u8) || IsIsoMedia(head, "avis"u8) ? PictureFormat.Avif : null,
    };

    /// <summary>Telephones' format, refused with advice: its decoder is under patents and not in our libvips.</summary>
    public static bool IsHeic(ReadOnlySpan<byte> head) =>
        IsIsoMedia(head, "heic"u8) || IsIsoMedia(head, "heix"u8) || IsIsoMedia(head, "mif1"u8);

    /// <summary>Drawings of text, refused with advice: they can carry scripts.</summary>
    public static bool IsSvg(ReadOnlySpan<byte> head) =>
        Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t') is var text
        && (text.StartsWith("<svg", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase));

    public static string MediaType(this PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "image/jpeg",
        PictureFormat.Png => "image/png",
        PictureFormat.WebP => "image/webp",
        PictureFormat.Gif => "image/gif",
        PictureFormat.Avif => "image/avif",
        _ => "image/tiff",
    };

    private static bool IsIsoMedia(ReadOnlySpan<byte> head, ReadOnlySpan<byte> brand) =>
        head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8)
        && (head[8..12].SequenceEqual(brand) || (head.Length > 16 && head[8..12].SequenceEqual("mif1"u8) && head[16..].IndexOf(brand) >= 0));
}
