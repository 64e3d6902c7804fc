using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>
/// No credit, no publication: neither for the lead picture nor for one in the body. Nor a picture whose rights have ended. What stands in the
/// story that readers have already is no reason to keep them from its correction: a picture that lost its credit or its rights since is not shown.
/// </summary>
internal sealed class PicturesHaveCredits(Newspaper newspaper, TimeProvider clock) : IPublicationCheck
{
    public async Task<IReadOnlyList<NotReadyException.Problem>> CheckAsync(Article article, ArticleContent content, CancellationToken stop)
    {
        var used = PicturesInStories.Of(content);
        if (used.Count > 0) used.ExceptWith(await ShownAlreadyAsync(article, stop));
        var pictures = await newspaper.Pictures.ByPublicIdAsync(used, stop);
        // What was scheduled goes out on time; a picture that lost its rights since gives way to the spare by itself.
        var now = article.ScheduledVersionId is null ? clock.GetUtcNow() : DateTimeOffset.MinValue;

        return [.. used.Select(id => (Id: id, Problem: Problem(pictures.GetValueOrDefault(id), now)))
            .Where(found => found.Problem is not null)
            .Select(found => new NotReadyException.Problem(found.Id == content.LeadPicture?.Picture ? "LeadPicture" : "Body", found.Problem!))];
    }

    private async Task<HashSet<Guid>> ShownAlreadyAsync(Article article, CancellationToken stop) =>
        article.PublishedVersionId is { } id && await newspaper.ArticleVersions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ContentJson != null, stop) is { } version
            ? PicturesInStories.Of(version.Content)
            : [];

    private static string? Problem(Picture? picture, DateTimeOffset now) => picture switch
    {
        null => Text.T("article.pictureGone"),
        { HasCredit: false } => Text.T("article.pictureNoCredit", ("picture", Name(picture))),
        _ when picture.HaveRightsEndedAt(now) => Text.T("article.pictureRightsEnded", ("picture", Name(picture))),
        _ => null,
    };

    private static string Name(Picture picture) => picture.Headline.Length > 0 ? picture.Headline : picture.FileName;
}
