using System.Linq.Expressions;
using Broadsheet.Contributors;
using Broadsheet.Sections;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Articles;

internal abstract class ArticlePlaceTable<TPlace, TList>(string table, string list, Expression<Func<Article, IEnumerable<TPlace>?>> places)
    : IEntityTypeConfiguration<TPlace> where TPlace : ArticlePlace where TList : class
{
    public void Configure(EntityTypeBuilder<TPlace> place)
    {
        place.ToTable(table);
        place.HasKey(list, nameof(ArticlePlace.ArticleId));
        place.HasIndex(list, nameof(ArticlePlace.PublishedAt), nameof(ArticlePlace.ArticleId));
        place.HasOne<TList>().WithMany().HasForeignKey(list).OnDelete(DeleteBehavior.Restrict);
        place.HasOne(row => row.Article).WithMany(places).HasForeignKey(row => row.ArticleId);
    }
}

internal sealed class ArticleSectionTable() : ArticlePlaceTable<ArticleSection, Section>("article_sections", nameof(ArticleSection.SectionId), article => article.Sections);

internal sealed class ArticleTopicTable() : ArticlePlaceTable<ArticleTopic, Topic>("article_topics", nameof(ArticleTopic.TopicId), article => article.Topics);

internal sealed class ArticleContributorTable() : ArticlePlaceTable<ArticleContributor, Contributor>("article_contributors", nameof(ArticleContributor.ContributorId), article => article.Contributors);
