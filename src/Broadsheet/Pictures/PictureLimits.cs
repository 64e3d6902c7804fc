namespace Broadsheet.Pictures;

/// <summary>What a picture may cost (promise 17), all of it checked before a pixel is decoded.</summary>
public static class PictureLimits
{
    public const long FileBytes = 60_000_000;
    public const int Side = 20_000;

    /// <summary>Press cameras make 61 megapixels, stitched panoramas more; JPEG is shrunk while it is read.</summary>
    public const long JpegPixels = 120_000_000;
    public const long OtherPixels = 50_000_000;

    /// <summary>What one child may use beyond its own start, of memory and of time.</summary>
    public const long DecoderBytes = 1_000_000_000;
    public static readonly TimeSpan InspectionTime = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan MakingTime = TimeSpan.FromSeconds(120);

    public static PictureProblem? Check(PictureFormat format, long width, long height) =>
        width > Side || height > Side ? PictureProblem.TooLongASide
        : width * height > (format is PictureFormat.Jpeg ? JpegPixels : OtherPixels) ? PictureProblem.TooManyPixels
        : width < 1 || height < 1 ? PictureProblem.Damaged
        : null;
}
