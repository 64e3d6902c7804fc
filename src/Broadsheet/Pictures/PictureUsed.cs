using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Pictures;

/// <summary>A picture stands in what a story shows readers. Kept with what readers see, so that the library knows what is used without reading every story.</summary>
[StaysInNewsroom]
public sealed class PictureUsed(Guid picture)
{
    /// <summary>Public id.</summary>
    public Guid Picture { get; private set; } = picture;

    public long ArticleId { get; private set; }
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
