namespace Broadsheet.Pictures;

/// <summary>The part of a picture that a shape shows: as large as it fits, with the focal point as near its middle as the edges allow.</summary>
public readonly record struct CropWindow(int Left, int Top, int Width, int Height)
{
    public static CropWindow Around(int width, int height, double shape, int focalX, int focalY)
    {
        var isTooWide = (double)width / height > shape;
        var cropWidth = isTooWide ? Math.Clamp((int)Math.Round(height * shape), 1, width) : width;
        var cropHeight = isTooWide ? height : Math.Clamp((int)Math.Round(width / shape), 1, height);

        return new(Start(width, cropWidth, focalX), Start(height, cropHeight, focalY), cropWidth, cropHeight);
    }

    private static int Start(int whole, int part, int focal) =>
        Math.Clamp((int)Math.Round((whole * focal / 100.0) - (part / 2.0)), 0, whole - part);
}
