namespace Broadsheet.Pictures.Metadata;

/// <summary>
/// What a picture says about itself, from XMP, IPTC and EXIF. Where it was taken is told in words only:
/// co-ordinates stay in the original file, so that no list or export can give a source away.
/// </summary>
public sealed record PictureMetadata
{
    public string? Headline { get; init; }
    public string? Caption { get; init; }
    public string? AltText { get; init; }
    public IReadOnlyList<string> Creators { get; init; } = [];
    public string? CreditLine { get; init; }
    public string? Source { get; init; }
    public string? Copyright { get; init; }
    public DateOnly? TakenOn { get; init; }
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public string? Place { get; init; }

    /// <summary>Whether the original carries co-ordinates: the newsroom is warned before it hands the original on.</summary>
    public bool HasCoordinates { get; init; }
}
