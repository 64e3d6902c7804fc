using System.Net;
using Broadsheet.Machine;

namespace Broadsheet.Readers;

/// <summary>The brakes on forms by which strangers have the paper send mail (promise 21).</summary>
public sealed class MailBrakes(Brakes brakes, MachineSettings machine)
{
    internal const string Notice = "mail-brake";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Day = TimeSpan.FromDays(1);

    /// <inheritdoc cref="Brakes.FindAsync"/>
    public Task<Held?> FindAsync(ReaderAddress address, IPAddress? from, DateTimeOffset now, CancellationToken stop) => brakes.FindAsync(Of(address, from), now, stop);

    /// <inheritdoc cref="Brakes.TakeAsync"/>
    public Task<Held?> TakeAsync(ReaderAddress address, IPAddress? from, DateTimeOffset now, CancellationToken stop) => brakes.TakeAsync(Of(address, from), now, Notice, stop);

    private List<BrakeLimit> Of(ReaderAddress address, IPAddress? from) =>
    [
        new(Held.Address, Convert.ToHexStringLower(address.Hash), machine.Readers.MailsToAddress, Day),
        new(Held.Network, Brakes.NetworkOf(from), machine.Readers.MailsFromNetwork, Hour),
        new(Held.Altogether, "all", machine.Readers.MailsAltogether, Hour),
    ];
}
