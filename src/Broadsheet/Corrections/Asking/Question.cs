using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections.Asking;

/// <summary>What is asked about a story now: from what readers saw to what they are to see.</summary>
/// <param name="From">The version that readers saw, or saw before the story began to develop.</param>
/// <param name="Before">Its content.</param>
/// <param name="After">What they are to see: the draft, or what is out if only an answer is missing.</param>
public sealed record Question(Edition Edition, int From, int Shown, ArticleContent Before, ArticleContent After, IReadOnlyList<TellingChange> Changes, DevelopingStory? Developing, bool IsToPublish);

public static class Questions
{
    extension(Newspaper newspaper)
    {
        /// <summary>The question, with nothing telling in it if there is none to ask. Null: the story is not out, or the law took what it said.</summary>
        /// <param name="article">Loaded with its draft.</param>
        /// <param name="draft">Whether the draft is to go out; else it is about what is out.</param>
        public async Task<Question?> QuestionOfAsync(Article article, bool draft, CancellationToken stop)
        {
            if (!article.IsPublished) return null;
            var shown = await newspaper.ArticleVersions.AsNoTracking().SingleAsync(row => row.Id == article.PublishedVersionId, stop);
            var developing = await newspaper.Set<DevelopingStory>().SingleOrDefaultAsync(row => row.ArticleId == article.Id, stop);
            var from = developing is null ? shown : await newspaper.ArticleVersions.AsNoTracking().SingleAsync(row => row.ArticleId == article.Id && row.Number == developing.FromVersion, stop);
            if (from.Tombstone is not null || shown.Tombstone is not null) return null;

            var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
            var after = draft ? article.Draft.Content : shown.Content;
            var (was, now) = (AsReadersSee(from.Content), AsReadersSee(after));
            return new(edition, from.Number, shown.Number, was, now, TellingChanges.Of(was, now, edition.Language), developing, draft);
        }
    }

    /// <summary>Without what the newsroom alone sees of a text: a comment that was settled is no change.</summary>
    internal static ArticleContent AsReadersSee(ArticleContent content) => content with { Body = Document.DraftDocument.Of([.. content.Body.ForPublication().Content]) };
}
