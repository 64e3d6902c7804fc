using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Messages.Counting;

/// <summary>What a message did on one day (UTC), with each lot. Nothing here says with whom.</summary>
[StaysInNewsroom]
public sealed class MessageCount(long messageId, DateOnly day, Arm arm)
{
    public long MessageId { get; private set; } = messageId;
    public DateOnly Day { get; private set; } = day;
    public Arm Arm { get; private set; } = arm;

    /// <summary>How often it came into view; without it, the place at which it would have stood.</summary>
    public long Seen { get; private set; }

    /// <summary>For how many browsers that was the first time. Known only where a browser has to remember that it saw it.</summary>
    public long Browsers { get; private set; }

    /// <summary>Confirmed sign-ups that began with its form.</summary>
    public long SignUps { get; private set; }
}

internal sealed class MessageCountTable : IEntityTypeConfiguration<MessageCount>
{
    public void Configure(EntityTypeBuilder<MessageCount> count)
    {
        count.ToTable("message_counts");
        count.HasKey(row => new { row.MessageId, row.Day, row.Arm });
        count.HasOne<Message>().WithMany().HasForeignKey(row => row.MessageId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class MessageCountSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<MessageCount> MessageCounts => newspaper.Set<MessageCount>();

        /// <summary>Notes that somebody confirmed what she asked for in a message's form. To be called in the transaction that signs her up.</summary>
        public async Task NoteSignUpAsync(Guid? message, DateTimeOffset now, CancellationToken stop)
        {
            if (message is null || await newspaper.Messages.Where(row => row.PublicId == message).Select(row => (long?)row.Id).SingleOrDefaultAsync(stop) is not { } id) return;
            await newspaper.AddToCountAsync(id, DateOnly.FromDateTime(now.UtcDateTime), Arm.None, 0, 0, 1, stop);
        }

        // Adding is one statement that both databases know, so that two nodes can add to the same day.
        internal Task AddToCountAsync(long message, DateOnly day, Arm arm, long seen, long browsers, long signUps, CancellationToken stop) => newspaper.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO message_counts (message_id, day, arm, seen, browsers, sign_ups) VALUES ({message}, {day}, {arm.ToString()}, {seen}, {browsers}, {signUps})
            ON CONFLICT (message_id, day, arm) DO UPDATE SET
            seen = message_counts.seen + excluded.seen, browsers = message_counts.browsers + excluded.browsers, sign_ups = message_counts.sign_ups + excluded.sign_ups
            """, stop);
    }
}
