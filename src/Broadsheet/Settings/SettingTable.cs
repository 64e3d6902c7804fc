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
        public async Task<T> SettingAsync<T>(CancellationToken stop = default) where T : class, new()
        {
            var json = await newspaper.Set<Setting>().Where(row => row.Name == typeof(T).Name)
                .OrderByDescending(row => row.Id).Select(row => row.Value).FirstOrDefaultAsync(stop);
            return json is null ? new T() : JsonSerializer.Deserialize<T>(json, Json.Compact)!;
        }

        /// <summary>Adds the choice to the history; saved with the next SaveChanges.</summary>
        public void SetSetting<T>(T value, long by, DateTimeOffset now) where T : class, new() =>
            newspaper.Set<Setting>().Add(new Setting(typeof(T).Name, JsonSerializer.Serialize(value, Json.Compact), now, by));

        /// <summary>What was chosen last for one edition, and the id of that choice: whoever changes it says which one she began from. 0: nothing was chosen yet.</summary>
        public async Task<(T Value, long Revision)> SettingOfAsync<T>(long edition, CancellationToken stop = default) where T : class, new()
        {
            var name = NameOf<T>(edition);
            var last = await newspaper.Set<Setting>().AsNoTracking().Where(row => row.Name == name).OrderByDescending(row => row.Id).FirstOrDefaultAsync(stop);
            return last is null ? (new T(), 0) : (JsonSerializer.Deserialize<T>(last.Value, Json.Compact)!, last.Id);
        }

        /// <summary>Adds the choice for one edition to the history; saved with the next SaveChanges.</summary>
        public void SetSettingOf<T>(long edition, T value, long by, DateTimeOffset now) where T : class, new() =>
            newspaper.Set<Setting>().Add(new Setting(NameOf<T>(edition), JsonSerializer.Serialize(value, Json.Compact), now, by));
    }

    private static string NameOf<T>(long edition) => string.Create(CultureInfo.InvariantCulture, $"{typeof(T).Name}/{edition}");
}
