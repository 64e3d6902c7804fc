using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Mail;

/// <summary>
/// Sends what is due. A mail is leased first and sent outside of any transaction, so that no writer waits for a server; only whoever
/// holds the last lease may say that it is sent. Any number of nodes may run one.
/// </summary>
public sealed partial class MailWorker(IServiceScopeFactory scopes, Postman postman, MachineSettings machine, TimeProvider clock, ILogger<MailWorker> log) : Rounds("The sender of mail", TimeSpan.FromSeconds(2), log)
{
    /// <summary>How long a sent mail is kept, to see what went out.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private DateTimeOffset _clearedAt;

    protected override bool IsOn => machine.Mail.IsOn && machine.MayReachOutside;

    protected override async Task RoundAsync(CancellationToken stop)
    {
        while (await SendNextAsync(stop)) { }
        await ClearAsync(stop);
    }

    /// <summary>Sends the mail that is due first. False when none is.</summary>
    public async Task<bool> SendNextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();
        if (await newspaper.OutgoingMails.Due(now).FirstOrDefaultAsync(stop) is not { } mail) return false;

        var attempt = mail.Attempts + 1;
        var leased = await newspaper.WriteAsync(() => newspaper.OutgoingMails.Where(row => row.Id == mail.Id && row.Attempts == mail.Attempts && row.SentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, attempt).SetProperty(row => row.LeasedUntil, now + Lease), stop), stop);
        if (leased == 0) return true; // another node has it

        var mine = newspaper.OutgoingMails.Where(row => row.Id == mail.Id && row.Attempts == attempt);
        try
        {
            await postman.SendAsync(mail, mail.Enclosed is null ? null : await scope.ServiceProvider.EncloseAsync(mail.Enclosed, stop), stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            Failed(failure, mail.Id, attempt);
            var (again, problem) = (clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(3, attempt + 1))), failure.Message);
            await newspaper.WriteAsync(() => mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, again).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null).SetProperty(row => row.Problem, problem), stop), stop);
            return true;
        }

        var sent = clock.GetUtcNow();
        await newspaper.WriteAsync(() => mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, sent).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null).SetProperty(row => row.Problem, (string?)null), stop), stop);
        return true;
    }

    private async Task ClearAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - _clearedAt < TimeSpan.FromHours(1)) return;
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var oldest = now - Kept;
        await newspaper.WriteAsync(() => newspaper.OutgoingMails.Where(row => row.SentAt < oldest).ExecuteDeleteAsync(stop), stop);
        _clearedAt = now;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was not taken at attempt {Attempt}")]
    private partial void Failed(Exception problem, long id, int attempt);
}
