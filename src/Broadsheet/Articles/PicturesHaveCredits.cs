using Broadsheet.Pictures;
using Broadsheet.Storage;

namespace Broadsheet.Articles;

/// <summary>No credit, no publication: neither for the lead picture nor for one in the body.</summary>
internal sealed class PicturesHaveCredits(Newspaper newspaper) : IPublicationCheck
{
    public async Task<IReadOnlyList<NotReadyException.Problem>> CheckAsync(Article article, ArticleContent content, CancellationToken stop)
    {
        HashSet<Guid> used = [.. content.Body.References.Pictures];
        if (content.LeadPicture is { } lead) used.Add(lead.Picture);
        var pictures = await newspaper.Pictures.ByPublicIdAsync(used, stop);

        return [.. used.Select(id => (Id: id, Problem: Problem(pictures.GetValueOrDefault(id))))
            .Where(found => found.Problem is not null)
            .Select(found => new NotReadyException.Problem(found.Id == content.LeadPicture?.Picture ? "LeadPicture" : "Body", found.Problem!))];
    }

    private static string? Problem(Picture? picture) => picture switch
    {
        null => "A picture in this story is no longer in the library. Take it out or choose another.",
        { HasCredit: false } => $"The picture “{Name(picture)}” has no credit. Say whose it is, or why it may go out without one.",
        _ => null,
    };

    private static string Name(Picture picture) => picture.Headline.Length > 0 ? picture.Headline : picture.FileName;
}
