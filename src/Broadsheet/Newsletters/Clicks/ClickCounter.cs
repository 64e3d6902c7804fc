using System.Buffers.Binary;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Popularity;

namespace Broadsheet.Newsletters.Clicks;

/// <summary>Counts in memory what <see cref="ClickFlush"/> writes, as reads are counted: a story of an issue once in half an hour for a reader, whom nobody knows afterwards.</summary>
public sealed class ClickCounter(CountedOnce once) : IReferralCounter
{
    private const int Most = 5_000;

    internal Tally<(long Issue, Guid Article)> Clicks { get; } = new(Most);

    public void Count(string referral, Guid article, HttpContext http)
    {
        if (IssueReferral.Read(referral) is { } issue && once.At(http, ThingOf(issue, article)) is not null) Clicks.Add((issue, article));
    }

    // Not the story's own: whoever has read it already may have followed the mail's link all the same.
    private static Guid ThingOf(long issue, Guid article)
    {
        Span<byte> bytes = stackalloc byte[16];
        article.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]) ^ issue);
        return new(bytes);
    }
}
