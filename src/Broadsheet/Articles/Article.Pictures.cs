using Broadsheet.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Articles;

public sealed partial class Article
{
    /// <summary>The pictures of what readers see, so that the library knows what is used without reading every story.</summary>
    public ICollection<PictureUsed> PicturesShown { get; private set; } = [];

    private void KeepPicturesOf(ArticleContent content)
    {
        var shown = PicturesInStories.Of(content);
        foreach (var gone in PicturesShown.Where(row => !shown.Contains(row.Picture)).ToList()) PicturesShown.Remove(gone);
        foreach (var come in shown.Where(id => PicturesShown.All(row => row.Picture != id))) PicturesShown.Add(new PictureUsed(come));
    }
}

internal sealed class ArticlePicturesTable : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> article) => article.HasMany(row => row.PicturesShown).WithOne().HasForeignKey(row => row.ArticleId);
}
