using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Broadsheet.Corrections;

/// <summary>The two lists in which a correction stands: its story's and its edition's.</summary>
internal sealed class CorrectionLists : IChangedLists
{
    internal static string Of(long article) => string.Create(CultureInfo.InvariantCulture, $"corrections-of:{article}");
    internal static string In(long edition) => string.Create(CultureInfo.InvariantCulture, $"corrections-in:{edition}");

    public Task<IEnumerable<string>> OfAsync(EntityEntry entry, Newspaper newspaper, CancellationToken stop) =>
        Task.FromResult<IEnumerable<string>>(entry.Entity is Correction correction ? [Of(correction.ArticleId), In(correction.EditionId)] : []);
}

public static class CorrectionQueries
{
    extension(Newspaper newspaper)
    {
        /// <summary>Everything the paper says about a story, in the order in which it was said.</summary>
        public IQueryable<Correction> CorrectionsOf(long article)
        {
            newspaper.ReadsList(CorrectionLists.Of(article));
            return newspaper.Corrections.AsNoTracking().Include(row => row.Earlier.OrderBy(wording => wording.Number)).Where(row => row.ArticleId == article).OrderBy(row => row.MadeAt).ThenBy(row => row.Id)
                .ByRows("corrections, correction_wordings");
        }

        /// <summary>The ledger of an edition, the newest first.</summary>
        public IQueryable<Correction> LedgerOf(long edition)
        {
            newspaper.ReadsList(CorrectionLists.In(edition));
            return newspaper.Corrections.AsNoTracking().Include(row => row.Earlier.OrderBy(wording => wording.Number)).Where(row => row.EditionId == edition && row.IsInLedger)
                .OrderByDescending(row => row.MadeAt).ThenByDescending(row => row.Id).ByRows("corrections, correction_wordings");
        }
    }
}
