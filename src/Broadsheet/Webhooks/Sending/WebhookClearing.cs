using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Webhooks.Sending;

/// <summary>Removes what is older than thirty days, with its log: also what a paused receiver never got.</summary>
public sealed class WebhookClearing(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WebhookClearing> log) : Rounds("Clearing old webhooks", TimeSpan.FromHours(1), log)
{
    protected override bool RestsFirst => true;

    protected override Task RoundAsync(CancellationToken stop) => ClearAsync(stop);

    public async Task ClearAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var oldest = clock.GetUtcNow() - WebhookMessage.Kept;
        await newspaper.WriteAsync(() => newspaper.WebhookMessages.Where(row => row.OccurredAt < oldest).ExecuteDeleteAsync(stop), stop);
    }
}
