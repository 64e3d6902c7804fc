using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Newsletters;

/// <summary>Where an edition can be reached by post. The law of many countries wants it in each bulk mail, so without it none goes out.</summary>
public sealed record PostalAddress
{
    public string Lines { get; init; } = "";
}

public static class PostalAddresses
{
    extension(Newspaper newspaper)
    {
        /// <summary>Empty: the edition has none yet.</summary>
        public async Task<string> PostalAddressAsync(long edition, CancellationToken stop) => (await newspaper.SettingOfAsync<PostalAddress>(edition, stop)).Value.Lines;

        public async Task<bool> HasPostalAddressAsync(long edition, CancellationToken stop) => (await newspaper.PostalAddressAsync(edition, stop)).Length > 0;
    }
}
