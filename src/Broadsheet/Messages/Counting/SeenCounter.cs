using Broadsheet.Popularity;

namespace Broadsheet.Messages.Counting;

/// <summary>What was seen on one day, with one lot.</summary>
/// <param name="IsFirst">By browsers that had not seen it before.</param>
public readonly record struct SeenKey(Guid Message, DateOnly Day, Arm Arm, bool IsFirst);

/// <summary>Counts in memory what <see cref="SeenFlush"/> writes, as reads are counted: once in half an hour for a reader, whom nobody knows afterwards.</summary>
public sealed class SeenCounter(CountedOnce once)
{
    private const int Most = 2_000;

    internal Tally<SeenKey> Seen { get; } = new(Most);

    /// <param name="isFirst">The browser had not seen it before.</param>
    public void Count(Guid message, Arm arm, bool isFirst, HttpContext http)
    {
        if (once.At(http, OfArm(message, arm)) is { } at) Seen.Add(new(message, DateOnly.FromDateTime(at.UtcDateTime), arm, isFirst));
    }

    // Two colleagues behind one address may have drawn different lots.
    private static Guid OfArm(Guid message, Arm arm)
    {
        var bytes = message.ToByteArray();
        bytes[^1] ^= (byte)arm;
        return new(bytes);
    }
}
