using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;

namespace Broadsheet.Pictures.Metadata;

/// <summary>
/// Reads XMP, then IPTC, then EXIF: agencies write the first two alike and keep XMP the fuller,
/// while EXIF is often the camera's own ("OLYMPUS DIGITAL CAMERA") and counts last.
/// </summary>
internal static class MetadataReader
{
    /// <summary>A file whose metadata cannot be read has none: the picture itself may be sound.</summary>
    public static PictureMetadata Read(string file)
    {
        IReadOnlyList<MetadataExtractor.Directory> directories;
        try
        {
            directories = ImageMetadataReader.ReadMetadata(file);
        }
        catch (Exception unreadable) when (unreadable is ImageProcessingException or IOException)
        {
            return new();
        }
        return Read(new XmpTexts(directories), new IptcTexts(directories.OfType<IptcDirectory>().ToList()), directories);
    }

    private static PictureMetadata Read(XmpTexts xmp, IptcTexts iptc, IReadOnlyList<MetadataExtractor.Directory> all) => new()
    {
        Headline = xmp.One("photoshop:Headline") ?? iptc.One(IptcDirectory.TagHeadline),
        Caption = xmp.One("dc:description") ?? iptc.One(IptcDirectory.TagCaption) ?? Exif(all, ExifDirectoryBase.TagImageDescription),
        AltText = xmp.One("Iptc4xmpCore:AltTextAccessibility"),
        Creators = FirstFilled(xmp.Many("dc:creator"), iptc.Many(IptcDirectory.TagByLine), One(Exif(all, ExifDirectoryBase.TagArtist))),
        CreditLine = xmp.One("photoshop:Credit") ?? iptc.One(IptcDirectory.TagCredit),
        Source = xmp.One("photoshop:Source") ?? iptc.One(IptcDirectory.TagSource),
        Copyright = xmp.One("dc:rights") ?? iptc.One(IptcDirectory.TagCopyrightNotice) ?? Exif(all, ExifDirectoryBase.TagCopyright),
        TakenOn = Day(xmp.One("photoshop:DateCreated")) ?? Day(iptc.One(IptcDirectory.TagDateCreated))
            ?? Day(Exif(all, ExifDirectoryBase.TagDateTimeOriginal)),
        Keywords = FirstFilled(xmp.Many("dc:subject"), iptc.Many(IptcDirectory.TagKeywords)),
        Place = Place(xmp.One("Iptc4xmpCore:Location") ?? iptc.One(IptcDirectory.TagSubLocation),
            xmp.One("photoshop:City") ?? iptc.One(IptcDirectory.TagCity),
            xmp.One("photoshop:Country") ?? iptc.One(IptcDirectory.TagCountryOrPrimaryLocationName)),
        HasCoordinates = all.OfType<GpsDirectory>().Any(gps => gps.ContainsTag(GpsDirectory.TagLatitude)) || xmp.One("exif:GPSLatitude") is not null,
    };

    private static string? Exif(IReadOnlyList<MetadataExtractor.Directory> all, int tag) => all.OfType<ExifDirectoryBase>()
        .Select(exif => exif.GetObject(tag) is StringValue text ? MetadataText.Of(text.Bytes) : exif.GetString(tag))
        .Select(MetadataText.Clean).FirstOrDefault(text => text is not null);

    // IPTC says 20220204, XMP 2022-02-04T11:30:00+08:00, EXIF 2022:02:04 11:30:00: the day as it was at the place.
    private static DateOnly? Day(string? text)
    {
        var digits = new string((text ?? "").Where(char.IsAsciiDigit).Take(8).ToArray());
        return DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1825 ? day : null;
    }

    private static string? Place(params string?[] parts) =>
        MetadataText.Clean(string.Join(", ", parts.Where(part => part is not null).Distinct()));

    private static IReadOnlyList<string> FirstFilled(params IReadOnlyList<string>[] lists) => lists.FirstOrDefault(list => list.Count > 0) ?? [];

    private static IReadOnlyList<string> One(string? text) => text is null ? [] : [text];
}
