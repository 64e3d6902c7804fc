using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Translations;

/// <summary>What a translator begins with: the source's words, pictures and names, in the places of her own edition.</summary>
internal static class SourceText
{
    extension(Newspaper newspaper)
    {
        /// <summary>Sections, topics and series go over by their slugs, related stories by their own translations; what has no counterpart is left out.</summary>
        public async Task<ArticleContent> SourceTextAsync(ArticleContent source, Edition edition, CancellationToken stop)
        {
            Guid[] wanted = [.. source.AlsoIn, .. source.Section is { } own ? [own] : Array.Empty<Guid>()];
            var sections = await newspaper.Sections.Where(row => wanted.Contains(row.PublicId))
                .Join(newspaper.Sections.Where(row => row.EditionId == edition.Id), here => here.Slug, there => there.Slug, (here, there) => new { Here = here.PublicId, There = there.PublicId }).ToDictionaryAsync(row => row.Here, row => row.There, stop);
            var named = await newspaper.TopicIdsAsync(source.Topics, stop);
            var topics = await newspaper.Topics.Where(row => named.Contains(row.Id))
                .Join(newspaper.Topics.Where(row => row.EditionId == edition.Id), here => here.Slug, there => there.Slug, (here, there) => there.PublicId).ToListAsync(stop);
            var series = await newspaper.StorySeries.Where(row => row.PublicId == source.Series)
                .Join(newspaper.StorySeries.Where(row => row.EditionId == edition.Id), here => here.Slug, there => there.Slug, (here, there) => (Guid?)there.PublicId).FirstOrDefaultAsync(stop);
            var related = await newspaper.Translations.Where(row => row.EditionId == edition.Id)
                .Join(newspaper.Articles.Where(row => source.Related.Contains(row.PublicId)), row => row.SourceId, article => article.Id, (row, article) => new { row.ArticleId, Here = article.PublicId })
                .Join(newspaper.Articles, row => row.ArticleId, article => article.Id, (row, article) => new { row.Here, There = article.PublicId }).ToDictionaryAsync(row => row.Here, row => row.There, stop);

            return source with
            {
                Body = source.Body.AsItStands().WithText(block => Unmarked(block, edition.Language)),
                Section = source.Section is { } section && sections.TryGetValue(section, out var counterpart) ? counterpart : null,
                AlsoIn = Over(source.AlsoIn, sections),
                Topics = topics,
                Series = series,
                Related = Over(source.Related, related),
                // Made from the translated headline; what only search engines read would stay in the source's language unseen.
                Slug = "",
                SearchTitle = "",
                SearchDescription = "",
                // The supplier's item is the source: a second delivery of it must not fall upon the translation.
                Source = source.Source is { } supplied ? supplied with { ItemId = "", CanonicalUrl = "" } : null,
            };
        }
    }

    private static IReadOnlyList<Guid> Over(IReadOnlyList<Guid> from, Dictionary<Guid, Guid> counterparts) => [.. from.Where(counterparts.ContainsKey).Select(id => counterparts[id])];

    // Words that were marked as foreign and are of the edition's own language are at home here. What days mean is written anew in each version.
    private static Nodes<Inline> Unmarked(TextBlock block, string language) =>
        InlineText.Join(block.Content.Select(inline => inline is TextRun run && run.Marks.Any(mark => IsIdle(mark, language)) ? run with { Marks = [.. run.Marks.Where(mark => !IsIdle(mark, language))] } : inline));

    private static bool IsIdle(Mark mark, string language) => mark is DateMark || (mark is LanguageMark { Lang: var lang } && string.Equals(lang.Split('-')[0], CultureInfo.GetCultureInfo(language).TwoLetterISOLanguageName, StringComparison.OrdinalIgnoreCase));
}
