using Broadsheet.Articles;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections;

/// <summary>A correction in the ledger, with the story it is about as readers find it now.</summary>
public sealed record LedgerEntry(Correction Correction, CorrectedStoryView Story)
{
    public CorrectionView View => new(Correction, Story);
}

public static class Ledger
{
    extension(Newspaper newspaper)
    {
        /// <summary>These corrections with their stories, in their order.</summary>
        public async Task<IReadOnlyList<LedgerEntry>> WithStoriesAsync(IReadOnlyList<Correction> corrections, PaperEdition edition, DateTimeOffset now, CancellationToken stop)
        {
            var ids = corrections.Select(row => row.ArticleId).ToHashSet();
            var articles = await newspaper.Articles.AsNoTracking().ByRows("articles").Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
            var sections = await newspaper.Sections.AsNoTracking().Where(row => row.EditionId == edition.Id).ToDictionaryAsync(row => row.Id, row => row.Slug, stop);
            return [.. corrections.Select(row => new LedgerEntry(row, StoryOf(articles[row.ArticleId], sections, edition, now)))];
        }
    }

    private static CorrectedStoryView StoryOf(Article article, Dictionary<long, string> sections, PaperEdition edition, DateTimeOffset now)
    {
        var isThere = article.PublicStatus == StatusCodes.Status200OK && !(article.RightsEnd <= now) && sections.ContainsKey(article.SectionId ?? 0);
        return isThere ? new(article.Id, article.Headline, edition.At(PaperOrigin.Path(sections[article.SectionId!.Value], article.Slug)), false) { PublicId = article.PublicId } : new(article.Id, "", "", true);
    }
}
