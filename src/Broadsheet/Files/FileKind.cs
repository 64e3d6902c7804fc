namespace Broadsheet.Files;

/// <summary>What readers may take home or listen to. Everything else is refused, whatever its name says.</summary>
public enum FileKind { Pdf, Mp3, M4a, Ogg, Wav, Flac }

public static class FileKinds
{
    public const int HeadLength = 16;

    /// <summary>The kind that the first bytes show, or null.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileKind.Pdf,
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] => FileKind.Mp3,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'M', (byte)'4', (byte)'A' or (byte)'B', ..] => FileKind.M4a,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => FileKind.Ogg,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => FileKind.Wav,
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => FileKind.Flac,
        _ => null,
    };

    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Mp3 => "audio/mpeg",
        FileKind.M4a => "audio/mp4",
        FileKind.Ogg => "audio/ogg",
        FileKind.Wav => "audio/wav",
        _ => "audio/flac",
    };

    /// <summary>As readers know it: "PDF", "MP3".</summary>
    public static string Label(this FileKind kind) => kind is FileKind.Ogg ? "Ogg" : kind.ToString().ToUpperInvariant();

    public static string Extension(this FileKind kind) => kind.ToString().ToLowerInvariant();

    public static bool IsAudio(this FileKind kind) => kind is not FileKind.Pdf;
}
