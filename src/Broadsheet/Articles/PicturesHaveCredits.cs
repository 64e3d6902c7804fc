using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Articles;

/// <summary>No credit, no publication: neither for the lead picture nor for one in the body.</summary>
internal sealed class PicturesHaveCredits(Newspaper newspaper) : IPublicationCheck
{
    public async Task<IReadOnlyList<NotReadyException.Problem>> CheckAsync(Article article, ArticleContent content, CancellationToken stop)
    {
        HashSet<Guid> used = [.. content.Body.ForPublication().References.Pictures];
        if (content.LeadPicture is { } lead) used.Add(lead.Picture);
        var pictures = await newspaper.Pictures.ByPublicIdAsync(used, stop);

        return [.. used.Select(id => (Id: id, Problem: Problem(pictures.GetValueOrDefault(id))))
            .Where(found => found.Problem is not null)
            .Select(found => new NotReadyException.Problem(found.Id == content.LeadPicture?.Picture ? "LeadPicture" : "Body", found.Problem!))];
    }

    private static string? Problem(Picture? picture) => picture switch
    {
        null => Text.T("article.pictureGone"),
        { HasCredit: false } => Text.T("article.pictureNoCredit", ("picture", Name(picture))),
        _ => null,
    };

    private static string Name(Picture picture) => picture.Headline.Length > 0 ? picture.Headline : picture.FileName;
}
