using Broadsheet.Messages;
using Broadsheet.Storage;

namespace Broadsheet.Newsletters.Issues;

internal static class WhyWait
{
    extension(Newspaper newspaper)
    {
        /// <summary>Why an issue that was to go out at a time cannot go by itself; null: nothing is in its way.</summary>
        public async Task<Waiting?> WhyWaitAsync(DateTimeOffset? at, long edition, DateTimeOffset now, CancellationToken stop) =>
            await newspaper.AreAppealsStoppedAsync(stop) ? Waiting.Stopped
            : now > at + Issue.Latest ? Waiting.Late
            : await newspaper.HasPostalAddressAsync(edition, stop) ? null : Waiting.NoAddress;
    }
}
