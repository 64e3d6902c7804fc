using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Machine;
using Broadsheet.Readers;
using Broadsheet.Web;

namespace Broadsheet.Inbox;

/// <summary>
/// How much strangers may write in (promise 21). Of a tip nothing is counted in rows, not even a network: its brake is in memory, for ten minutes.
/// </summary>
public sealed class WriteBrakes(Brakes brakes, RateLimits memory, MachineSettings machine)
{
    internal const string Notice = "inbox-brake";

    private static readonly Brake Tips = new("tip", 10, 200);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Whether a tip may be sent now.</summary>
    public bool LetsTipPass(IPAddress? from) => memory.Allows(Tips, from);

    /// <inheritdoc cref="Brakes.FindAsync"/>
    public Task<Held?> FindAsync(IPAddress? from, DateTimeOffset now, CancellationToken stop) => brakes.FindAsync(Of(from), now, stop);

    /// <inheritdoc cref="Brakes.TakeAsync"/>
    public Task<Held?> TakeAsync(IPAddress? from, DateTimeOffset now, CancellationToken stop) => brakes.TakeAsync(Of(from), now, Notice, stop);

    private List<BrakeLimit> Of(IPAddress? from) =>
    [
        new(Held.Network, $"write/{Convert.ToHexStringLower(Secret.HashOf($"write:{Brakes.NetworkOf(from)}"))}", machine.Readers.MessagesFromNetwork, Hour),
        new(Held.Altogether, "write", machine.Readers.MessagesAltogether, Hour),
    ];
}
