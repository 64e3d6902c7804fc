using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Pictures;

/// <summary>A picture stands in what a story shows readers. Kept by who publishes, so that the library knows what is used without reading every story.</summary>
[StaysInNewsroom]
public sealed class PictureUsed(Guid picture, long articleId)
{
    /// <summary>Public id.</summary>
    public Guid Picture { get; private set; } = picture;

    public long ArticleId { get; private set; } = articleId;
}

internal sealed class PictureUsedTable : IEntityTypeConfiguration<PictureUsed>
{
    public void Configure(EntityTypeBuilder<PictureUsed> use)
    {
        use.ToTable("pictures_used");
        use.HasKey(row => new { row.Picture, row.ArticleId });
        use.HasIndex(row => row.ArticleId);
    }
}

/// <summary>Where a picture stands, or would when a draft goes out.</summary>
/// <param name="Name">What the newsroom calls the place.</param>
/// <param name="Href">Where it is edited.</param>
/// <param name="Words">The state of the place, and the caption that the picture has there if it is its own.</param>
public sealed record PlaceOfPicture(string Name, string Href, string Words);

/// <summary>Features in which pictures stand answer; Pictures must not know them, or the arrows would run in a circle.</summary>
public interface IPictureUses
{
    /// <param name="picture">Public id.</param>
    Task<IReadOnlyList<PlaceOfPicture>> OfAsync(Guid picture, CancellationToken stop);
}

public static class PicturesUsed
{
    extension(Newspaper newspaper)
    {
        /// <summary>Notes what pictures a story shows now; saved with the next SaveChanges.</summary>
        public async Task KeepPicturesOfAsync(long article, IReadOnlySet<Guid> pictures, CancellationToken stop)
        {
            var known = await newspaper.Set<PictureUsed>().Where(row => row.ArticleId == article).ToListAsync(stop);
            newspaper.Set<PictureUsed>().RemoveRange(known.Where(row => !pictures.Contains(row.Picture)));
            newspaper.Set<PictureUsed>().AddRange(pictures.Where(id => known.All(row => row.Picture != id)).Select(id => new PictureUsed(id, article)));
        }
    }
}
