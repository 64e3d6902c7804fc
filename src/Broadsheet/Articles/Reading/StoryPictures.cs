using Broadsheet.Pictures;
using Broadsheet.Storage;

namespace Broadsheet.Articles.Reading;

/// <summary>Loads the pictures of a page at once.</summary>
public sealed class StoryPictures(Newspaper newspaper)
{
    public Task<LoadedPictures> LoadAsync(IEnumerable<PictureUse> uses, CancellationToken stop) => LoadAsync(uses.Select(use => use.Picture), stop);

    public async Task<LoadedPictures> LoadAsync(IEnumerable<Guid> ids, CancellationToken stop) =>
        new(await newspaper.Pictures.ByPublicIdAsync(ids.ToHashSet(), stop));
}

/// <summary>The pictures of one page. Nobody credited: nothing shown.</summary>
public sealed class LoadedPictures(IReadOnlyDictionary<Guid, Picture> pictures)
{
    public PictureOnPageView? ForCard(PictureUse? use, string language, DateTimeOffset? published) => Of(use, language, RenditionShape.ThreeToTwo, published);

    public PictureOnPageView? ForArticle(PictureUse? use, string language, DateTimeOffset? published) => Of(use, language, RenditionShape.Whole, published);

    public PictureOnPageView? Face(Guid? picture, string language) =>
        picture is { } id ? Of(new PictureUse(id), language, RenditionShape.Square, null) : null;

    public Document.Rendering.PicturePart? Part(Guid id, string language, DateTimeOffset? published) => pictures.Part(id, language, published);

    private PictureOnPageView? Of(PictureUse? use, string language, RenditionShape shape, DateTimeOffset? published)
    {
        if (use is null || pictures.GetValueOrDefault(use.Picture) is not { HasCredit: true } picture) return null;

        var view = PictureView.Of(picture, language, shape, use.Caption, use.AltText.Length > 0 ? use.AltText : null, published);
        return new PictureOnPageView
        {
            Src = view.Url,
            Width = view.Width,
            Height = view.Height,
            Alt = view.AltText,
            Caption = view.Caption,
            Credit = view.Credit,
            FilePhoto = view.FilePhoto,
            Focus = view.FocalClass,
            Sources = [.. view.Sources.Select(source => new PictureSourceView(source.Type, source.SrcSet))],
        };
    }
}
