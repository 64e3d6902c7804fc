using NetVips;

namespace Broadsheet.Pictures.Decoding;

/// <summary>
/// Which of libvips' loaders exist in the child: the one for the format that the first bytes show, and no other.
/// SVG, PDF, ImageMagick and the rest cannot be reached, whatever a file holds.
/// </summary>
internal static class Loaders
{
    public static void AllowOnly(PictureFormat format)
    {
        Operation.Block("VipsForeignLoad", true);
        Operation.Block(Class(format), false);
    }

    /// <summary>Reads the header; pixels are decoded when somebody asks for them, and a broken file is then an error, not grey.</summary>
    public static Image Open(string file, PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => Image.Jpegload(file, failOn: Enums.FailOn.Truncated),
        PictureFormat.Png => Image.Pngload(file, failOn: Enums.FailOn.Truncated),
        PictureFormat.WebP => Image.Webpload(file, failOn: Enums.FailOn.Truncated),
        PictureFormat.Gif => Image.Gifload(file, failOn: Enums.FailOn.Truncated),
        PictureFormat.Avif => Image.Heifload(file, failOn: Enums.FailOn.Truncated),
        _ => Image.Tiffload(file, failOn: Enums.FailOn.Truncated),
    };

    private static string Class(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "VipsForeignLoadJpeg",
        PictureFormat.Png => "VipsForeignLoadPng",
        PictureFormat.WebP => "VipsForeignLoadWebp",
        PictureFormat.Gif => "VipsForeignLoadNsgif",
        PictureFormat.Avif => "VipsForeignLoadHeif",
        _ => "VipsForeignLoadTiff",
    };
}
