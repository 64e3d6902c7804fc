using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Files;

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("files");
        file.HasIndex(row => row.PublicId).IsUnique();
        file.HasIndex(row => row.FileHash).IsUnique();
        file.HasIndex(row => row.UploadedAt);
        file.Ignore(row => row.Title);
        file.Ignore(row => row.Url);
        file.Ignore(row => row.Details);
    }
}

public static class StoredFileSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<StoredFile> Files => newspaper.Set<StoredFile>();
    }

    extension(IQueryable<StoredFile> files)
    {
        /// <summary>The files of these public ids, by id, for pages that only read.</summary>
        public async Task<IReadOnlyDictionary<Guid, StoredFile>> ByPublicIdAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default) => ids.Count == 0
            ? new Dictionary<Guid, StoredFile>()
            : await files.AsNoTracking().ByRows("files").Where(file => ids.Contains(file.PublicId)).ToDictionaryAsync(file => file.PublicId, stop);
    }
}
