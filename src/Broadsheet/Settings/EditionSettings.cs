using Broadsheet.Editions;
using Broadsheet.Storage;

namespace Broadsheet.Settings;

/// <summary>A choice that each edition has for itself, changed for all of them on one page.</summary>
public static class EditionSettings
{
    extension(Newspaper newspaper)
    {
        /// <summary>What stands for each edition, by its key inside. Choices are numbered through: the last of all says whether anything was chosen since.</summary>
        public async Task<(IReadOnlyDictionary<long, T> Standing, long Revision)> SettingsOfAsync<T>(IEnumerable<Edition> editions, CancellationToken stop) where T : class, new()
        {
            var (standing, revision) = (new Dictionary<long, T>(), 0L);
            foreach (var edition in editions)
            {
                var (value, last) = await newspaper.SettingOfAsync<T>(edition.Id, stop);
                (standing[edition.Id], revision) = (value, Math.Max(revision, last));
            }
            return (standing, revision);
        }

        /// <summary>Chooses for those editions whose choice is another than it stands.</summary>
        /// <param name="revision">From which she began, as her form says it.</param>
        /// <returns>Null: done. Else nothing was done, and this is the revision of what somebody chose meanwhile.</returns>
        public Task<long?> ChooseAsync<T>(IReadOnlyCollection<Edition> editions, IReadOnlyDictionary<long, T> asked, string? revision, long by, DateTimeOffset now, CancellationToken stop) where T : class, new() => newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.TakeTurnAsync(stop);
            var (standing, last) = await newspaper.SettingsOfAsync<T>(editions, stop);
            if (revision != last.ToString(System.Globalization.CultureInfo.InvariantCulture)) return last;
            foreach (var edition in editions.Where(edition => !asked[edition.Id].Equals(standing[edition.Id]))) newspaper.SetSettingOf(edition.Id, asked[edition.Id], by, now);
            await newspaper.SaveChangesAsync(stop);
            return (long?)null;
        }, stop);
    }
}
