using Broadsheet.Storage.Changes;

namespace Broadsheet.Newsletters;

public enum SuppressedFor { HardBounce, SoftBounces, Complaint, Staff }

/// <summary>
/// An address to which no newsletter goes any more, whoever asks. Only what stands for it is kept, so that it can outlast the
/// reader: somebody who was erased is not written to again because of an old list.
/// </summary>
[StaysInNewsroom]
public sealed class Suppression(byte[] addressHash, SuppressedFor reason, DateTimeOffset at)
{
    /// <summary><see cref="Readers.ReaderAddress.Hash"/>.</summary>
    public byte[] AddressHash { get; private set; } = addressHash;

    public SuppressedFor Reason { get; private set; } = reason;
    public DateTimeOffset At { get; private set; } = at;
}
