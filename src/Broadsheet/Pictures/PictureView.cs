using System.Globalization;
using Broadsheet.Document.Rendering;

namespace Broadsheet.Pictures;

/// <summary>
/// A picture as a page shows it: ready words and addresses, nothing to ask for later. Url is a JPEG every reader can show;
/// Sources are the better formats, best first. Templates may read all of it.
/// </summary>
public sealed record PictureView
{
    public required Guid Id { get; init; }
    public required string Url { get; init; }
    public required string SrcSet { get; init; }
    public required IReadOnlyList<PictureSource> Sources { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string AltText { get; init; }
    public required string Caption { get; init; }

    /// <summary>"(Photo: …)" in the edition's language; empty when it was let out without one.</summary>
    public required string Credit { get; init; }

    /// <summary>"File photo from 2022", when the picture is of another year than the story; else empty.</summary>
    public required string FilePhoto { get; init; }

    /// <summary>"fx50 fy30": classes for object-position where a page's own style cuts the picture, in tens of a hundred.</summary>
    public required string FocalClass { get; init; }

    /// <param name="caption">This use's own words; null or empty takes the picture's.</param>
    /// <param name="altText">This use's own words; null takes the picture's, empty says it is an ornament.</param>
    /// <param name="published">When the story that shows it went out; null where no story is told.</param>
    public static PictureView Of(
        Picture picture, string language, RenditionShape? shape = null, string? caption = null, string? altText = null, DateTimeOffset? published = null)
    {
        shape ??= RenditionShape.Whole;
        var (width, height) = shape.Of(picture);
        var widths = shape.WidthsFor(picture);
        var fallback = widths.LastOrDefault(width => width <= 960, widths[0]);
        return new PictureView
        {
            Id = picture.PublicId,
            Url = Address(picture, shape, fallback, RenditionFormat.Jpeg),
            SrcSet = Set(picture, shape, widths, RenditionFormat.Jpeg),
            Sources = [.. new[] { RenditionFormat.Avif, RenditionFormat.WebP }.Select(format => new PictureSource(format.MediaType(), Set(picture, shape, widths, format)))],
            Width = Math.Min(width, widths[^1]),
            Height = (int)Math.Round((double)height * Math.Min(width, widths[^1]) / width),
            AltText = altText ?? picture.AltText,
            Caption = string.IsNullOrEmpty(caption) ? picture.Caption : caption,
            Credit = picture.Credit.Print(language),
            FilePhoto = published is { } day && picture.IsFromAnotherYearThan(day)
                ? string.Format(CultureInfo.InvariantCulture, CreditWords.For(language).FilePhoto, picture.TakenOn!.Value.Year) : "",
            FocalClass = $"fx{Tens(picture.FocalX)} fy{Tens(picture.FocalY)}",
        };
    }

    /// <summary>The same for a document's renderer. Whether it is a file photo is said after the caption.</summary>
    public PicturePart ToPart() => new(Url, Width, Height, AltText,
        string.Join(' ', new[] { Caption, FilePhoto.Length > 0 ? FilePhoto + "." : "" }.Where(words => words.Length > 0)), Credit,
        [.. Sources, new PictureSource("image/jpeg", SrcSet)]);

    /// <summary>One file that every program can show, as wide as there is up to <paramref name="most"/>, and its size.</summary>
    public static (string Address, int Width, int Height) JpegOf(Picture picture, RenditionShape shape, int most)
    {
        var widths = shape.WidthsFor(picture);
        var width = widths.LastOrDefault(width => width <= most, widths[0]);
        var whole = shape.Of(picture);
        var shown = Math.Min(width, whole.Width);
        return (Address(picture, shape, width, RenditionFormat.Jpeg), shown, (int)Math.Round((double)whole.Height * shown / whole.Width));
    }

    private static string Address(Picture picture, RenditionShape shape, int width, RenditionFormat format) =>
        $"/pictures/{picture.Key}/{new Rendition(shape, shape.IsWhole ? 50 : picture.FocalX, shape.IsWhole ? 50 : picture.FocalY, width, format).Name}";

    // The last width may be more than the picture has: what is promised is what arrives.
    private static string Set(Picture picture, RenditionShape shape, IReadOnlyList<int> widths, RenditionFormat format) =>
        string.Join(", ", widths.Select(width => string.Create(CultureInfo.InvariantCulture,
            $"{Address(picture, shape, width, format)} {Math.Min(width, shape.Of(picture).Width)}w")));

    private static int Tens(int hundredths) => (int)Math.Round(hundredths / 10.0, MidpointRounding.AwayFromZero) * 10;
}
