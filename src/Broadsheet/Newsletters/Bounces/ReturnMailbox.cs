using Broadsheet.Machine;
using Broadsheet.Mail;
using Broadsheet.Storage;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace Broadsheet.Newsletters.Bounces;

/// <summary>
/// Looks into the mailbox to which what cannot be delivered comes back, every two minutes. Reports are noted and marked as read; whatever else comes there
/// stays as it is, for people.
/// </summary>
public sealed class ReturnMailbox(IServiceScopeFactory scopes, SoleWork sole, MachineSettings machine, TimeProvider clock, ILogger<ReturnMailbox> log)
    : Rounds("The reader of returned mail", TimeSpan.FromMinutes(2), log)
{
    private const uint Longest = 1024 * 1024;

    // Letters to people, looked at once. A restart looks at them once more.
    private readonly HashSet<(uint, UniqueId)> _letters = [];

    protected override bool IsOn => machine.Mail.ReturnMailbox.Length > 0 && machine.MayReachOutside;

    protected override bool RestsFirst => true;

    protected override Task RoundAsync(CancellationToken stop) => LookAsync(stop);

    /// <summary>Notes what has come since the last time.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        await using var hold = await sole.TryBeginAsync("returns", stop);
        if (hold is null) return;

        var server = machine.Mail.ReadReturnMailbox();
        using var client = new ImapClient();
        await client.OpenAsync(server, ("imaps", 993), 143, stop);
        var folder = server.AbsolutePath.Trim('/') is { Length: > 0 } path ? await client.GetFolderAsync(Uri.UnescapeDataString(path), stop) : client.Inbox;
        await folder.OpenAsync(FolderAccess.ReadWrite, stop);
        var unread = (await folder.SearchAsync(SearchQuery.NotSeen, stop)).Where(id => !_letters.Contains((folder.UidValidity, id))).ToList();
        if (unread.Count > 0)
        {
            foreach (var summary in await folder.FetchAsync(unread, MessageSummaryItems.UniqueId | MessageSummaryItems.BodyStructure | MessageSummaryItems.Size, stop))
                if (!await TakeAsync(folder, summary, stop)) _letters.Add((folder.UidValidity, summary.UniqueId));
        }
        await client.DisconnectAsync(quit: true, stop);
    }

    private async Task<bool> TakeAsync(IMailFolder folder, IMessageSummary summary, CancellationToken stop)
    {
        // A letter to people is not even fetched.
        if (summary.Size > Longest || summary.Body is not BodyPartMultipart { ContentType: var type } || !type.IsMimeType("multipart", "report")) return false;
        using var message = await folder.GetMessageAsync(summary.UniqueId, stop);
        if (ReportReader.Read(message) is not { } report) return false;

        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<Newspaper>().NoteBounceAsync(report.MessageId, "dsn", report.Kind, report.Problem, clock.GetUtcNow(), stop)) return false;
        await folder.AddFlagsAsync(summary.UniqueId, MessageFlags.Seen, silent: true, stop);
        return true;
    }
}
