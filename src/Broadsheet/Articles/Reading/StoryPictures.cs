using Broadsheet.Document;
using Broadsheet.Pictures;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

/// <summary>Loads the pictures of a page at once, and has the page made anew on the day on which the rights of one end.</summary>
public sealed class StoryPictures(Newspaper newspaper, TimeProvider clock)
{
    public Task<LoadedPictures> LoadAsync(IEnumerable<PictureUse> uses, CancellationToken stop) => LoadAsync(uses.Select(use => use.Picture), stop);

    public async Task<LoadedPictures> LoadAsync(IEnumerable<Guid> ids, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var found = await newspaper.SharedPicturesAsync(ids.ToHashSet(), stop);
        foreach (var end in found.Values.Select(picture => picture.RightsEnd).OfType<DateTimeOffset>().Where(end => end > now)) newspaper.Reads?.ExpireAt(end);
        var ended = found.Values.Where(picture => picture.HaveRightsEndedAt(now)).Select(picture => picture.PublicId).ToHashSet();
        return new(found.Where(pair => pair.Value.MayBeShownAt(now)).ToDictionary(), ended, ended.Count == 0 ? new Dictionary<long, Picture>() : await SparesAsync(now, stop));
    }

    private async Task<IReadOnlyDictionary<long, Picture>> SparesAsync(DateTimeOffset now, CancellationToken stop)
    {
        var spares = await newspaper.SparePictures.AsNoTracking().ToDictionaryAsync(row => row.SectionId, row => row.Picture, stop);
        var pictures = await newspaper.SharedPicturesAsync(spares.Values.ToHashSet(), stop);
        foreach (var end in pictures.Values.Select(picture => picture.RightsEnd).OfType<DateTimeOffset>().Where(end => end > now)) newspaper.Reads?.ExpireAt(end);
        return spares.Where(pair => pictures.GetValueOrDefault(pair.Value)?.MayBeShownAt(now) == true).ToDictionary(pair => pair.Key, pair => pictures[pair.Value]);
    }
}

/// <summary>The pictures of one page that readers may be shown. Nobody credited, or rights ended: not among them.</summary>
/// <param name="ended">Those whose rights have ended, which give way to their section's spare.</param>
/// <param name="spares">By section.</param>
public sealed class LoadedPictures(IReadOnlyDictionary<Guid, Picture> pictures, IReadOnlySet<Guid> ended, IReadOnlyDictionary<long, Picture> spares)
{
    /// <param name="section">Whose spare stands in for a picture that has lost its rights.</param>
    public PictureOnPageView? ForCard(PictureUse? use, string language, DateTimeOffset? published, long? section = null) => Of(use, language, RenditionShape.ThreeToTwo, published, section);

    /// <inheritdoc cref="ForCard"/>
    public PictureOnPageView? ForArticle(PictureUse? use, string language, DateTimeOffset? published, long? section = null) => Of(use, language, RenditionShape.Whole, published, section);

    public PictureOnPageView? Face(Guid? picture, string language) =>
        picture is { } id ? Of(new PictureUse(id), language, RenditionShape.Square, null, null) : null;

    /// <summary>A picture of a body. One that may not be shown leaves its place empty: another would say what the text does not.</summary>
    public Document.Rendering.PicturePart? Part(Guid id, string language, DateTimeOffset? published) => pictures.Part(id, language, published);

    /// <summary>The same pictures without those that may not leave the paper's own pages.</summary>
    public LoadedPictures ForOthers() => Only(picture => !picture.IsNotForRepublication);

    /// <summary>Those of them of which this is true.</summary>
    public LoadedPictures Only(Func<Picture, bool> may) => new(pictures.Where(pair => may(pair.Value)).ToDictionary(), ended, spares.Where(pair => may(pair.Value)).ToDictionary());

    /// <summary>The picture to show in a use, with the words for it: its own, or the spare with words of its own.</summary>
    public (Picture Picture, PictureUse Use)? Find(PictureUse? use, long? section) =>
        use is null ? null
        : pictures.TryGetValue(use.Picture, out var picture) ? (picture, use)
        : ended.Contains(use.Picture) && section is { } id && spares.TryGetValue(id, out var spare) ? (spare, new PictureUse(spare.PublicId))
        : null;

    /// <summary>A story's pictures each once, in their order and with their words there: the one above the text, then those in it.</summary>
    internal IEnumerable<(Picture Picture, PictureUse Use, bool IsLead)> OfStory(PictureUse? lead, long? section, PublishedDocument body)
    {
        if (Find(lead, section) is var (above, use)) yield return (above, use, true);
        foreach (var block in body.AllBlocks.OfType<PictureBlock>().Where(block => block.Picture != lead?.Picture).DistinctBy(block => block.Picture))
            if (Find(new PictureUse(block.Picture, block.Caption ?? "", block.AltText ?? ""), null) is var (inText, words)) yield return (inText, words, false);
    }

    private PictureOnPageView? Of(PictureUse? wanted, string language, RenditionShape shape, DateTimeOffset? published, long? section)
    {
        if (Find(wanted, section) is not var (picture, use)) return null;

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
