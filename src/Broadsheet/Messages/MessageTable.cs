using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Messages;

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("messages");
        message.HasIndex(row => row.PublicId).IsUnique();
        message.HasIndex(row => new { row.EditionId, row.IsOn });
        message.Property(row => row.Name).HasMaxLength(Message.LongestName);
        message.Property(row => row.Words).AsJson();
        message.Property(row => row.Aim).AsJson();
        message.Property(row => row.Goal).AsJson();
        message.Property(row => row.Revision).IsConcurrencyToken();
        message.Ignore(row => row.IsForEverybody);
        message.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class MessageSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Message> Messages => newspaper.Set<Message>();

        /// <summary>What stands in an edition at this moment, the first to choose first. A page that asks is made again when one begins or ends.</summary>
        public async Task<IReadOnlyList<Message>> MessagesShownAsync(long edition, DateTimeOffset now, CancellationToken stop)
        {
            var on = await newspaper.SharedAsync(("messages", edition), () =>
            {
                newspaper.ReadsList(MessageLists.Of(edition));
                return newspaper.Messages.AsNoTracking().ByRows("messages").Where(row => row.EditionId == edition && row.IsOn).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop);
            });
            foreach (var moment in on.SelectMany(row => new[] { row.From, row.Until }).Where(moment => moment > now)) newspaper.Reads?.ExpireAt(moment!.Value);
            return [.. on.Where(row => row.IsShownAt(now))];
        }
    }
}
