using Broadsheet.Articles;
using Broadsheet.CopyDesk.Dates;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Storage;

namespace Broadsheet.CopyDesk.Stories;

/// <summary>A story of the paper as the desk reads it: its fields, its body, its pictures, house style, and the day.</summary>
internal static class StoryCopy
{
    /// <param name="content">The draft, what is typed and not yet saved, or what is published.</param>
    /// <param name="house">Loaded once for many.</param>
    /// <param name="day">From which weekdays are counted.</param>
    public static async Task<Copy> ReadAsync(Article article, ArticleContent content, Edition edition, HouseStyle house, DateOnly day, Newspaper newspaper, CancellationToken stop)
    {
        HashSet<Guid> used = [.. content.Body.References.Pictures];
        if (content.LeadPicture is { } lead) used.Add(lead.Picture);
        IReadOnlyDictionary<Guid, Picture> pictures = used.Count == 0 ? new Dictionary<Guid, Picture>() : await newspaper.Pictures.ByPublicIdAsync(used, stop);

        var passages = new List<Passage>
        {
            new("Headline", Place.Headline, content.Headline), new("ShortHeadline", Place.ShortHeadline, content.ShortHeadline),
            new("Standfirst", Place.Standfirst, content.Standfirst), new("Dateline", Place.Dateline, content.Dateline),
        };
        if (content.LeadPicture is { } use && pictures.TryGetValue(use.Picture, out var picture))
        {
            passages.Add(new("LeadCaption", Place.Caption, use.Caption.Length > 0 ? use.Caption : picture.Caption) { Picture = new(picture.TakenOn) });
            passages.Add(new("LeadAlt", Place.AltText, use.AltText.Length > 0 ? use.AltText : picture.AltText));
        }

        passages.AddRange(CopyOf.Body(content.Body, id => pictures.TryGetValue(id, out var found) ? (found.Caption, found.AltText, found.TakenOn) : null));
        return new(edition.Language, passages)
        {
            Day = DatelineDay.Of(content.Dateline, edition.Language, day) ?? day,
            // A story that was out, is not, and goes out again: its weekdays were other days.
            FirstDay = article is { IsPublished: false, PublishedAt: { } first } ? edition.DayOf(first) : null,
            PaperName = edition.Name,
            House = house,
        };
    }
}
