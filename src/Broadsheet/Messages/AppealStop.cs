using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Messages;

/// <summary>Whether the paper asks for nothing at the moment and sends no newsletter by itself: after a disaster, in an emergency. A setting, so its history stays.</summary>
public sealed record AppealStop
{
    public bool IsStopped { get; init; }

    /// <summary>Who said so, as she was called then.</summary>
    public string By { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset? Since { get; init; }
}

public static class AppealStops
{
    extension(Newspaper newspaper)
    {
        /// <summary>Whether all appeals and scheduled mail are stopped. Whatever asks readers for something by itself asks here first.</summary>
        public async Task<bool> AreAppealsStoppedAsync(CancellationToken stop) => (await newspaper.SettingAsync<AppealStop>(stop)).IsStopped;
    }
}
