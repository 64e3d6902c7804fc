using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Sections;

namespace Broadsheet.Articles.Reading;

/// <summary>An article on its own page.</summary>
public sealed class ArticleView : View
{
    private readonly Article article;

    private readonly bool isPreview;

    internal ArticleView(Article article, bool isPreview = false) => (this.article, this.isPreview) = (article, isPreview);

    protected internal override string Source => $"article:{article.Id}";

    internal Article Shown => article;

    /// <summary>Empty in a preview: by this id a page tells that it was read.</summary>
    public string Id => isPreview ? "" : article.PublicId.ToString();
    public string Headline => article.Headline;
    public string Standfirst => article.Standfirst;
    public string Kind => KindNames.Of(article.Kind);
    public string KindLabel => KindNames.LabelOf(article.Kind);
    public bool IsSponsored => article.Kind == ArticleKind.Sponsored;
    public string Payer => article.Payer;
    public DateTimeOffset Published => article.PublishedAt!.Value;
    public DateTimeOffset? Updated => article.UpdatedAt;

    /// <summary>It went out as a headline and a sentence, and is being written on.</summary>
    public bool MoreFollows => article.MoreFollowsUntil is not null;

    /// <summary>What readers are told over, or instead of, a story that was taken back.</summary>
    public string? Notice => article.Withdrawal is { Kind: WithdrawalKind.Retraction } withdrawal ? withdrawal.Notice : null;

    internal Access Access { get; init; }

    /// <summary>Where who may reads on, when only the beginning is here; else null.</summary>
    public string? ReadOn { get; internal init; }

    /// <summary>On the page of a member who reads all of it: what her form carries by which she gives the story away. Else empty.</summary>
    public string GiveAwayKey { get; internal init; } = "";

    /// <summary>The rest is for members alone; otherwise a signed-in reader reads so many a month.</summary>
    public bool IsForMembers => Access == Access.Members;

    public string Dateline { get; internal init; } = "";
    public Markup Body { get; internal init; } = Markup.None;

    /// <summary>The same text block by block, for a page on which something stands between two paragraphs.</summary>
    public Func<Task<IReadOnlyList<BlockView>>> Blocks { get; internal init; } = () => Task.FromResult<IReadOnlyList<BlockView>>([]);

    internal int Paragraphs { get; init; }
    public SectionView? Section { get; internal init; }
    public IReadOnlyList<BylineView> Bylines { get; internal init; } = [];

    /// <summary>Whether the first name stands for having written it, so that the line opens with "By".</summary>
    public bool OpensWithBy => Bylines.Count > 0 && Bylines[0].Role.Length == 0 && Bylines[0].Href is not null;

    public IReadOnlyList<AuthorView> Authors { get; internal init; } = [];

    /// <summary>The pictures of those who wrote it.</summary>
    public IReadOnlyList<PictureOnPageView> Faces => [.. Authors.Where(author => !author.IsDesk).Select(author => author.Picture).OfType<PictureOnPageView>()];

    public PictureOnPageView? Picture { get; internal init; }
    public IReadOnlyList<TopicView> Topics { get; internal init; } = [];

    /// <summary>Its place in the series that it is a part of; null when it is in none.</summary>
    public SeriesPlaceView? Series { get; internal init; }

    /// <summary>As an agency wants to be named.</summary>
    public string SourceCredit => article.Source?.Credit ?? "";
}

/// <summary>Who wrote a story: the lines under it, and the head of the contributor's own page.</summary>
public sealed class AuthorView(long id, string name, string bio, string? href, bool isDesk, PictureOnPageView? picture) : View
{
    protected internal override string Source => $"contributor:{id}";

    public string Name => name;
    public string Bio => bio;
    public string? Href => href;
    public bool IsDesk => isDesk;
    public PictureOnPageView? Picture => picture;
}

public sealed class TopicView(Topics.Topic topic, PaperEdition edition) : View
{
    protected internal override string Source => $"topic:{topic.Id}";

    internal Topics.Topic Shown => topic;

    public string Name => topic.Name;
    public string Description => topic.Description;
    public string Href => edition.At(PaperOrigin.Path("topic", topic.Slug));
}
