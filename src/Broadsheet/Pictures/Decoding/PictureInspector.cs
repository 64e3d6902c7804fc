using Broadsheet.Pictures.Metadata;

namespace Broadsheet.Pictures.Decoding;

/// <summary>Looks at the header alone and refuses what would cost too much, before anything is decoded.</summary>
internal static class PictureInspector
{
    public static PictureFacts Check(string file, PictureFormat format, bool readMetadata)
    {
        using var header = Loaders.Open(file, format);
        if (PictureLimits.Check(format, header.Width, header.Height) is { } problem)
            throw new PictureRefusedException(problem, $"{header.Width} x {header.Height}");

        var isTurned = header.Contains("orientation") && (int)header.Get("orientation") is >= 5 and <= 8;
        return new(
            isTurned ? header.Height : header.Width,
            isTurned ? header.Width : header.Height,
            header.HasAlpha(),
            readMetadata ? MetadataReader.Read(file) : new PictureMetadata());
    }
}
