using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Pictures;

/// <summary>
/// One file made of a picture, by the name it has in its address: "640.avif" for the whole picture,
/// "3x2-50x33-640.webp" for a crop around a focal point. Only these names exist, so nobody can fill the disk.
/// </summary>
public readonly partial record struct Rendition(RenditionShape Shape, int FocalX, int FocalY, int Width, RenditionFormat Format)
{
    public static IReadOnlyList<int> Widths { get; } = [160, 320, 480, 640, 960, 1280, 1920];

    public string Name => Shape.IsWhole
        ? string.Create(CultureInfo.InvariantCulture, $"{Width}.{Format.Extension()}")
        : string.Create(CultureInfo.InvariantCulture, $"{Shape.Name}-{FocalX}x{FocalY}-{Width}.{Format.Extension()}");

    public static Rendition? Parse(string name)
    {
        if (Pattern().Match(name) is not { Success: true } match) return null;
        var shape = match.Groups["shape"].Success ? RenditionShape.Named(match.Groups["shape"].Value) : RenditionShape.Whole;
        var width = Number(match, "width");
        if (shape is null || !Widths.Contains(width)) return null;

        var format = RenditionFormats.All.First(format => format.Extension() == match.Groups["format"].Value);
        var rendition = shape.IsWhole
            ? new Rendition(shape, 50, 50, width, format)
            : new Rendition(shape, Number(match, "x"), Number(match, "y"), width, format);
        return rendition.Name == name ? rendition : null; // "0640.jpg" would be a second name for the same thing.
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<shape>[0-9]{1,2}x[0-9]{1,2})-(?<x>[0-9]{1,3})x(?<y>[0-9]{1,3})-)?(?<width>[0-9]{3,4})\.(?<format>avif|webp|jpg)$")]
    private static partial Regex Pattern();
}
