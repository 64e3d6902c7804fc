using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Syndication.Data;

namespace Broadsheet.Syndication.Sharing;

/// <summary>What a preview of a story shows besides its headline and picture (ogp.me, article): when it went out, and in which section.</summary>
public sealed class StoryTags : HeadPart
{
    public override ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page is not { Subject: Article { IsPublished: true, PublishedAt: { } published } article, Content: ArticlePageView { Article: var shown } }) return new((Markup?)null);

        var tags = new List<(string Property, string Content)> { ("article:published_time", JsonLd.Date(published, page.Edition)) };
        if (article.UpdatedAt is { } updated) tags.Add(("article:modified_time", JsonLd.Date(updated, page.Edition)));
        if (shown.Section is { } section) tags.Add(("article:section", section.Name));
        tags.AddRange(shown.Topics.Select(topic => ("article:tag", topic.Name)));
        return new(new Markup(string.Join('\n', tags.Select(tag => $"<meta property=\"{tag.Property}\" content=\"{PageText.Encoder.Encode(tag.Content)}\">"))));
    }
}
