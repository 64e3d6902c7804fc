using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Articles.CoEditing;

internal sealed class DraftLogTable : IEntityTypeConfiguration<DraftEntry>
{
    public void Configure(EntityTypeBuilder<DraftEntry> entry)
    {
        entry.ToTable("draft_log");
        entry.HasKey(row => new { row.ArticleId, row.Revision });
        // Rows without a client are none of this index's business: to both databases no null equals another.
        entry.HasIndex(row => new { row.Client, row.Sequence }).IsUnique();
        entry.HasIndex(row => row.At);
        entry.Property(row => row.Client).HasMaxLength(40);
        entry.Property(row => row.Fields).AsJson();
        entry.Property(row => row.Lost).AsJson();
        entry.HasOne<ArticleDraft>().WithMany(draft => draft.Log).HasForeignKey(row => row.ArticleId);
    }
}

public static class DraftLogQueries
{
    extension(Newspaper newspaper)
    {
        public DbSet<DraftEntry> DraftLog => newspaper.Set<DraftEntry>();

        /// <summary>Words in the pushed fields that were written by somebody else since the writer began, and that she has not seen.</summary>
        internal async Task<IReadOnlyList<LostField>> LostToAsync(ArticleDraft draft, Push push, CancellationToken stop)
        {
            var sent = (push.Fields ?? new Dictionary<string, SentField>()).GroupBy(field => FieldGroups.Of(field.Key)).ToDictionary(group => group.Key, group => group.Min(field => field.Value.Since));
            var oldest = sent.Values.DefaultIfEmpty(draft.Revision).Min();
            if (oldest >= draft.Revision) return [];

            var since = await newspaper.DraftLog.AsNoTracking().Where(row => row.ArticleId == draft.ArticleId && row.Revision > oldest && row.Fields != null && row.Client != push.Client)
                .OrderByDescending(row => row.Revision).ToListAsync(stop);
            return [.. sent.Select(field => since.Find(row => row.Revision > field.Value && row.Fields!.ContainsKey(field.Key)) is { } other
                ? new LostField(field.Key, other.Client, other.By, FieldGroups.Fields(field.Key).Where(other.Fields!.ContainsKey).ToDictionary(name => name, name => other.Fields![name])) : null).OfType<LostField>()];
        }
    }
}
