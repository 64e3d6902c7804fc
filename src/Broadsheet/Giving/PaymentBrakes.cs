using System.Net;
using Broadsheet.Machine;
using Broadsheet.Readers;

namespace Broadsheet.Giving;

/// <summary>How many payment pages strangers may open (promise 21): who tries stolen cards needs hundreds, who gives needs one.</summary>
public sealed class PaymentBrakes(Brakes brakes, MachineSettings machine)
{
    internal const string Notice = "payment-brake";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <inheritdoc cref="Brakes.FindAsync"/>
    public Task<Held?> FindAsync(IPAddress? from, DateTimeOffset now, CancellationToken stop) => brakes.FindAsync(Of(from), now, stop);

    /// <inheritdoc cref="Brakes.TakeAsync"/>
    public Task<Held?> TakeAsync(IPAddress? from, DateTimeOffset now, CancellationToken stop) => brakes.TakeAsync(Of(from), now, Notice, stop);

    private List<BrakeLimit> Of(IPAddress? from) =>
    [
        new(Held.Network, $"pay/{Brakes.NetworkOf(from)}", machine.Readers.PaymentsFromNetwork, Hour),
        new(Held.Altogether, "pay", machine.Readers.PaymentsAltogether, Hour),
    ];
}
