using Broadsheet.Document.Rendering;

namespace Broadsheet.Pictures;

/// <summary>What a document's renderer asks of pictures; whoever renders has loaded them by <see cref="PictureQueries"/>.</summary>
public static class PictureParts
{
    /// <summary>The part of a picture, or null when it is gone, or may not be shown since nobody is credited.</summary>
    public static PicturePart? Part(this IReadOnlyDictionary<Guid, Picture> pictures, Guid id, string language, DateTimeOffset? published) =>
        pictures.GetValueOrDefault(id) is { HasCredit: true } picture ? PictureView.Of(picture, language, published: published).ToPart() : null;
}
