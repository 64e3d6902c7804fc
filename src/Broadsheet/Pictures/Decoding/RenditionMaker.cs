using NetVips;

namespace Broadsheet.Pictures.Decoding;

/// <summary>
/// Makes the ordered files: turned upright, in sRGB, cropped around the focal point, with nothing of the
/// original's metadata. The original is decoded once, no larger than the largest order needs it.
/// </summary>
internal static class RenditionMaker
{
    public static void Make(DecodeOrder order, PictureFacts facts)
    {
        if (order.Make.Count == 0) return;
        using var upright = Shrunk(order, facts);
        foreach (var shape in order.Make.GroupBy(make => (make.Shape, make.FocalX, make.FocalY)))
        {
            using var cropped = Crop(upright, shape.First());
            foreach (var size in shape.GroupBy(make => make.Width))
            {
                using var sized = Size(cropped, size.Key);
                foreach (var make in size) Save(sized, make);
            }
        }
    }

    private static Image Shrunk(DecodeOrder order, PictureFacts facts)
    {
        var width = order.Make.Max(make => WidthNeeded(make, facts));
        using var lazy = Image.Thumbnail(order.File, Math.Min(width, facts.Width), PictureLimits.Side, size: Enums.Size.Down,
            inputProfile: null, outputProfile: "srgb", intent: Enums.Intent.Perceptual, failOn: Enums.FailOn.Truncated);
        return lazy.CopyMemory();
    }

    // A square 640 wide out of a landscape needs the landscape wider than 640.
    private static int WidthNeeded(RenditionOrder make, PictureFacts facts)
    {
        var shape = (double)facts.Width / facts.Height;
        return make.Shape is { } wanted && wanted < shape ? (int)Math.Ceiling(make.Width * shape / wanted) : make.Width;
    }

    private static Image Crop(Image upright, RenditionOrder make)
    {
        if (make.Shape is not { } shape) return upright.Copy();
        var window = CropWindow.Around(upright.Width, upright.Height, shape, make.FocalX, make.FocalY);
        return upright.ExtractArea(window.Left, window.Top, window.Width, window.Height);
    }

    private static Image Size(Image cropped, int width) => cropped.Width <= width
        ? cropped.CopyMemory()
        : cropped.ThumbnailImage(width, PictureLimits.Side, size: Enums.Size.Down).CopyMemory();

    private static void Save(Image sized, RenditionOrder make)
    {
        switch (make.Format)
        {
            case RenditionFormat.Avif:
                // Effort 3: measured on two cores 0.3 s for 1920 px, against 1.6 s at the default 4 for 7 % fewer bytes.
                sized.Heifsave(make.File, q: 50, compression: Enums.ForeignHeifCompression.Av1, effort: 3, keep: Enums.ForeignKeep.None);
                break;
            case RenditionFormat.WebP:
                sized.Webpsave(make.File, q: 75, effort: 4, keep: Enums.ForeignKeep.None);
                break;
            default:
                using (var flat = sized.HasAlpha() ? sized.Flatten(background: [255.0, 255.0, 255.0]) : sized.Copy())
                    flat.Jpegsave(make.File, q: 78, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
                break;
        }
    }
}
