using System.Text.Json.Serialization;

namespace Broadsheet.Pictures;

/// <summary>What readers are sent, best first: a browser takes the first it knows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RenditionFormat>))]
public enum RenditionFormat { Avif, WebP, Jpeg }

public static class RenditionFormats
{
    public static IReadOnlyList<RenditionFormat> All { get; } = [RenditionFormat.Avif, RenditionFormat.WebP, RenditionFormat.Jpeg];

    public static string Extension(this RenditionFormat format) => format switch
    {
        RenditionFormat.Avif => "avif",
        RenditionFormat.WebP => "webp",
        _ => "jpg",
    };

    public static string MediaType(this RenditionFormat format) => format switch
    {
        RenditionFormat.Avif => "image/avif",
        RenditionFormat.WebP => "image/webp",
        _ => "image/jpeg",
    };
}
