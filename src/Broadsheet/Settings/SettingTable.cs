using System.Globalization;
using System.Text.Json;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Settings;

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.ToTable("settings");
        setting.HasIndex(row => new { row.Name, row.Id });
    }
}

public static class PaperSettings
{
    extension(Newspaper newspaper)
    {
        /// <summary>What the publisher chose last, or the defaults that <typeparamref name="T"/> is made with.</summary>
        public async Task<T> SettingAsync<T>(CancellationToken stop = default) where T : class, new() =>
            (await newspaper.SettingAndRevisionAsync<T>(stop)).Value;

        /// <summary>The same, with the id of that choice: whoever changes it says which one she began from. 0: nothing was chosen yet.</summary>
        public Task<(T Value, long Revision)> SettingAndRevisionAsync<T>(CancellationToken stop = default) where T : class, new() =>
            LastAsync<T>(newspaper, typeof(T).Name, stop);

        /// <summary>Adds the choice to the history; saved with the next SaveChanges.</summary>
        public void SetSetting<T>(T value, long by, DateTimeOffset now) where T : class, new() =>
            newspaper.Set<Setting>().Add(new Setting(typeof(T).Name, JsonSerializer.Serialize(value, Json.Compact), now, by));

        /// <summary>What was chosen last for one edition, and the id of that choice: whoever changes it says which one she began from. 0: nothing was chosen yet.</summary>
        public Task<(T Value, long Revision)> SettingOfAsync<T>(long edition, CancellationToken stop = default) where T : class, new() =>
            LastAsync<T>(newspaper, NameOf<T>(edition), stop);

        /// <summary>Adds the choice for one edition to the history; saved with the next SaveChanges.</summary>
        public void SetSettingOf<T>(long edition, T value, long by, DateTimeOffset now) where T : class, new() =>
            newspaper.Set<Setting>().Add(new Setting(NameOf<T>(edition), JsonSerializer.Serialize(value, Json.Compact), now, by));
    }

    private static async Task<(T Value, long Revision)> LastAsync<T>(Newspaper newspaper, string name, CancellationToken stop) where T : class, new()
    {
        return await newspaper.SharedAsync(("setting", name), async () =>
        {
            var last = await newspaper.Set<Setting>().AsNoTracking().Where(row => row.Name == name).OrderByDescending(row => row.Id).FirstOrDefaultAsync(stop);
            return last is null ? (new T(), 0) : (JsonSerializer.Deserialize<T>(last.Value, Json.Compact)!, last.Id);
        });
    }

    private static string NameOf<T>(long edition) => string.Create(CultureInfo.InvariantCulture, $"{typeof(T).Name}/{edition}");
}
