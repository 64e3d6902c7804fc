using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Sections;

namespace Broadsheet.Articles.Reading;

/// <summary>A story in a list: on the front page, in a section, in Latest. Every feature that lists stories
/// gets them from <see cref="StoryViews"/>.</summary>
public sealed class StoryView : View
{
    private readonly Article article;
    private readonly bool isRecent;

    internal StoryView(Article article, PaperEdition edition, Section section, IReadOnlyList<BylineView> bylines, PictureOnPageView? picture, bool isRecent)
    {
        (this.article, this.isRecent) = (article, isRecent);
        Href = edition.At(PaperOrigin.Path(section.Slug, article.Slug));
        (Section, Bylines, Picture) = (new SectionView(section, edition), bylines, picture);
    }

    protected internal override string Source => $"article:{article.Id}";

    internal Article Shown => article;
    internal long ArticleId => article.Id;
    internal long? SectionId => article.SectionId;
    internal ArticleKind ArticleKind => article.Kind;

    public string Id => article.PublicId.ToString();
    public string Href { get; }
    public string Headline => article.Headline;

    /// <summary>For narrow places; the headline itself when none was written.</summary>
    public string ShortHeadline => article.ShortHeadline.Length > 0 ? article.ShortHeadline : article.Headline;

    public string Standfirst => article.Standfirst;

    /// <summary>Empty for news; else "opinion", "sponsored" … for a class name.</summary>
    public string Kind => KindNames.Of(article.Kind);

    /// <summary>The key of its printed label: <c>{{ story.kind_label | t }}</c>.</summary>
    public string KindLabel => KindNames.LabelOf(article.Kind);

    public bool IsSponsored => article.Kind == ArticleKind.Sponsored;
    public string Payer => article.Payer;
    public SectionView Section { get; }
    public IReadOnlyList<BylineView> Bylines { get; }
    public PictureOnPageView? Picture { get; }
    public DateTimeOffset Published => article.PublishedAt!.Value;
    public DateTimeOffset? Updated => article.UpdatedAt;

    /// <summary>It went out as a headline and a sentence, and is being written on.</summary>
    public bool MoreFollows => article.MoreFollowsUntil is not null;

    /// <summary>Of the same day, by the edition's clock, as the newest story of its list: lists show its hour rather than its day.</summary>
    public bool IsRecent => isRecent;
}

internal static class KindNames
{
    internal static string Of(ArticleKind kind) => kind switch
    {
        ArticleKind.News => "",
        ArticleKind.PressRelease => "press-release",
        _ => kind.ToString().ToLowerInvariant(),
    };

    internal static string LabelOf(ArticleKind kind) => kind == ArticleKind.News ? "" : $"kind.{Of(kind)}";
}
