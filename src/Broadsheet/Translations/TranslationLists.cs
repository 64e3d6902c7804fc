using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Broadsheet.Translations;

/// <summary>A story's pairs, by name: altered when it is made a translation, gets one, or loses one.</summary>
internal sealed class TranslationLists : IChangedLists
{
    internal static string Of(long article) => string.Create(CultureInfo.InvariantCulture, $"translations-of:{article}");

    public Task<IEnumerable<string>> OfAsync(EntityEntry entry, Newspaper newspaper, CancellationToken stop) =>
        Task.FromResult<IEnumerable<string>>(entry.Entity is Translation translation ? [Of(translation.ArticleId), Of(translation.SourceId)] : []);
}
