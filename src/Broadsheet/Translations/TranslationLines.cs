using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Translations;

/// <summary>A translation in a list of the newsroom, beside its source as it is now.</summary>
/// <param name="Shown">Number of the source's version that readers see.</param>
/// <param name="Said">What the paper said about the source, the oldest first.</param>
public sealed record TranslationLine(Translation Link, Article Article, Article Source, int? Shown, Standing Standing, IReadOnlyList<Correction> Said)
{
    public string Path => $"/newsroom/articles/{Article.Id}";

    public string Here => $"{Path}/translation";

    /// <summary>The last thing put right; whoever brings the translation up to date has seen all until then.</summary>
    public DateTimeOffset Settles => Said.Select(correction => correction.ChangedAt).Append(Source.Withdrawal?.At ?? DateTimeOffset.UnixEpoch).Max();
}

public static class TranslationLines
{
    extension(IQueryable<Translation> translations)
    {
        /// <summary>Those whose source may have changed since: what a list need look at. Some of them may turn out to be settled.</summary>
        public IQueryable<Translation> PerhapsBehind(Newspaper newspaper)
        {
            var (articles, versions, corrections) = (newspaper.Articles, newspaper.ArticleVersions, newspaper.Corrections);
            return translations.Where(link =>
                articles.Any(source => source.Id == link.SourceId && (source.Withdrawal != null || versions.Any(version => version.Id == source.PublishedVersionId && version.Number > link.FromVersion)))
                || corrections.Any(said => said.ArticleId == link.SourceId && said.IsInLedger && (said.MadeAt > link.SettledAt || said.AmendedAt > link.SettledAt)));
        }

        /// <summary>How each of them stands; what readers need most first, then what has waited longest.</summary>
        public async Task<IReadOnlyList<TranslationLine>> LinesAsync(Newspaper newspaper, CancellationToken stop)
        {
            var rows = await (
                from link in translations.AsNoTracking()
                join article in newspaper.Articles.AsNoTracking() on link.ArticleId equals article.Id
                join source in newspaper.Articles.AsNoTracking() on link.SourceId equals source.Id
                join version in newspaper.ArticleVersions on source.PublishedVersionId equals (long?)version.Id into versions
                from version in versions.DefaultIfEmpty()
                select new { Link = link, Article = article, Source = source, Shown = (int?)version.Number, Since = (DateTimeOffset?)version.MadeAt }).ToListAsync(stop);
            var ids = rows.Select(row => row.Source.Id).ToHashSet();
            var said = (await newspaper.Corrections.AsNoTracking().Where(row => ids.Contains(row.ArticleId)).OrderBy(row => row.MadeAt).ToListAsync(stop)).ToLookup(row => row.ArticleId);
            return [.. rows.Select(row => new TranslationLine(row.Link, row.Article, row.Source, row.Shown, row.Link.Beside(row.Source, row.Shown, row.Since, said[row.Source.Id]), [.. said[row.Source.Id]]))
                .OrderByDescending(line => line.Standing.IsUrgent).ThenBy(line => line.Standing.State == OriginalState.Same).ThenBy(line => line.Standing.At)];
        }
    }
}
