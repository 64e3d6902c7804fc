using Broadsheet.Api;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Stories;

/// <summary>Finds the story of an address as readers find it.</summary>
internal sealed class StoryOfAddress(Newspaper newspaper, EditionsAsked editions, PublicStories stories, TimeProvider clock)
{
    /// <exception cref="ApiProblemException">It is not out, or was taken back: with the status of its page.</exception>
    public async Task<(Article Article, PaperEdition Edition)> FindAsync(Guid id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var found = await newspaper.Articles.AsNoTracking().Include(article => article.Topics).ByRows("articles, article_topics").FirstOrDefaultAsync(article => article.PublicId == id, stop);
        if (found is null || found.PublishedAt is null || found.PublishedAt > now || found.PublicStatus == StatusCodes.Status404NotFound || !stories.MayShow(found)) throw Nothing();
        if (found.PublicStatus != StatusCodes.Status200OK) throw ProblemKind.Of(found.PublicStatus).Exception(found.Withdrawal!.Notice is { Length: > 0 } notice ? notice : null);
        if (found.RightsEnd <= now) throw ProblemKind.Gone.Exception();
        return (found, (await editions.AllAsync(stop)).First(edition => edition.Id == found.EditionId).ForPaper());
    }

    public static ApiProblemException Nothing() => ProblemKind.NotFound.Exception("No story has this id.");
}
