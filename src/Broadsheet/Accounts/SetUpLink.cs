using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <summary>While nobody works for the paper, each start makes a new set-up link and prints it where only the operator reads.</summary>
internal sealed class SetUpLink(IServiceScopeFactory scopes, Hosts hosts, TimeProvider clock, IHostApplicationLifetime program) : IHostedService
{
    /// <summary>Done when the link of this start is printed, or none was needed.</summary>
    internal Task Printed { get; private set; } = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // After the server listens: the port may have been left to the system.
        program.ApplicationStarted.Register(() => Printed = Task.Run(PrintAsync, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrintAsync()
    {
        if (await MakeAsync() is not { } link) return;
        Console.WriteLine();
        Console.WriteLine("Set up your paper (this link works once):");
        Console.WriteLine($"  {link}");
        Console.WriteLine();
    }

    /// <summary>A new link, or null when the paper has staff. The one printed before stops working.</summary>
    internal async Task<string?> MakeAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var secret = Secret.New();

        return await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.StaffMembers.AnyAsync()) return null;
            await newspaper.OneTimeLinks.Where(one => one.Kind == LinkKind.SetUp).ExecuteDeleteAsync();
            newspaper.OneTimeLinks.Add(OneTimeLink.ForSetUp(secret, clock.GetUtcNow()));
            await newspaper.SaveChangesAsync();
            return hosts.Link($"/newsroom/setup?key={secret.Text}");
        });
    }
}
