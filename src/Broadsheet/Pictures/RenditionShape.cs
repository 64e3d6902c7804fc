namespace Broadsheet.Pictures;

/// <summary>The proportions that pages ask for.</summary>
public sealed record RenditionShape
{
    public static RenditionShape Whole { get; } = new("", 0);
    public static RenditionShape Square { get; } = new("1x1", 1);
    public static RenditionShape FourToThree { get; } = new("4x3", 4 / 3.0);
    public static RenditionShape ThreeToTwo { get; } = new("3x2", 3 / 2.0);
    public static RenditionShape SixteenToNine { get; } = new("16x9", 16 / 9.0);

    private static readonly RenditionShape[] Crops = [Square, FourToThree, ThreeToTwo, SixteenToNine];

    public static IReadOnlyList<RenditionShape> All { get; } = [Whole, .. Crops];

    private RenditionShape(string name, double ratio) => (Name, Ratio) = (name, ratio);

    public string Name { get; }

    /// <summary>Width over height; 0 for the whole picture.</summary>
    public double Ratio { get; }

    public bool IsWhole => Name.Length == 0;

    public static RenditionShape? Named(string name) => Array.Find(Crops, shape => shape.Name == name);

    /// <summary>The size of this shape cut out of a picture, as large as it goes.</summary>
    public (int Width, int Height) Of(Picture picture)
    {
        if (IsWhole) return (picture.Width, picture.Height);
        var window = CropWindow.Around(picture.Width, picture.Height, Ratio, picture.FocalX, picture.FocalY);
        return (window.Width, window.Height);
    }

    /// <summary>
    /// The widths offered: those up to the picture's own and one above it, which then holds the picture at its own size.
    /// Nothing is blown up.
    /// </summary>
    public IReadOnlyList<int> WidthsFor(Picture picture)
    {
        var own = Of(picture).Width;
        var most = Rendition.Widths.FirstOrDefault(width => width >= own, Rendition.Widths[^1]);
        return [.. Rendition.Widths.Where(width => width <= most)];
    }
}
