using Broadsheet.Storage.Changes;

namespace Broadsheet.Articles;

/// <summary>
/// A story's identity and public state. What editors write is in its <see cref="ArticleDraft"/>; what was published is in
/// its <see cref="ArticleVersion"/>s. The columns here from <see cref="Headline"/> on copy the version that readers
/// see, so that lists are one query.
/// </summary>
public sealed partial class Article(long editionId, DateTimeOffset createdAt) : IShownUntil
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7(createdAt);
    public long EditionId { get; private set; } = editionId;
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>Who began it; 0 for the program itself (imports, the sample).</summary>
    public long CreatedBy { get; init; }

    public ArticleDraft Draft { get; private set; } = new(createdAt);

    /// <summary>When it first went out: what the dateline, the feeds and the archive show. Never changes afterwards.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When readers were last told that it was updated. The editor chooses whether a change says so.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>The version that readers see. Null while nothing is out.</summary>
    public long? PublishedVersionId { get; private set; }

    /// <summary>Kept out of search engines (noindex, no sitemap) while readers may still read it.</summary>
    public bool IsHiddenFromSearchEngines { get; set; }

    /// <summary>An editor keeps it out of Popular.</summary>
    public bool IsBarredFromPopular { get; set; }

    public bool IsPublished => PublishedVersionId is not null && Withdrawal is null;

    public string Headline { get; private set; } = "";
    public string ShortHeadline { get; private set; } = "";
    public string Standfirst { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public long? SectionId { get; private set; }

    /// <summary>The series that it is a part of.</summary>
    public long? SeriesId { get; private set; }

    public ArticleKind Kind { get; private set; } = ArticleKind.News;
    public string Payer { get; private set; } = "";
    public bool IsSensitive { get; private set; }
    public PictureUse? LeadPicture { get; private set; }
    public IReadOnlyList<Byline> Bylines { get; private set; } = [];
    public ArticleSource? Source { get; private set; }
    public DateTimeOffset? RightsEnd { get; private set; }
    DateTimeOffset? IShownUntil.ShownUntil => RightsEnd;
    public int Words { get; private set; }

    public ICollection<ArticleTopic> Topics { get; private set; } = [];
    public ICollection<ArticleContributor> Contributors { get; private set; } = [];
    /// <summary>Its own section and those it is also shown in.</summary>
    public ICollection<ArticleSection> Sections { get; private set; } = [];

    /// <summary>What lists of the newsroom call it: the draft's headline, else the published one.</summary>
    [StaysInNewsroom]
    public string WorkingHeadline { get; private set; } = "";

    /// <summary>Which section it is meant for: the draft's, else the published one.</summary>
    [StaysInNewsroom]
    public Guid? WorkingSection { get; private set; }

    [StaysInNewsroom]
    public ArticleKind WorkingKind { get; private set; }

    /// <summary>Who has it in hand besides whoever began it, and may write in it like her. Null: nobody.</summary>
    [StaysInNewsroom]
    public long? AssignedTo { get; set; }

    /// <summary>Changes with every act on the article, so that two editors' acts cannot pass each other unseen.</summary>
    [StaysInNewsroom]
    public Guid Stamp { get; private set; } = Guid.CreateVersion7(createdAt);

    /// <inheritdoc cref="ArticleDraft.Save"/>
    public void SaveDraft(ArticleContent content, long revision, long by, DateTimeOffset now, string saveKey = "")
    {
        Draft.Save(content, revision, by, now, saveKey);
        (WorkingHeadline, WorkingSection, WorkingKind) = (content.Headline, content.Section, content.Kind);
    }

    /// <inheritdoc cref="ArticleDraft.Take"/>
    internal void TakePush(CoEditing.Push push, TimeZoneInfo zone, IReadOnlyList<CoEditing.LostField> lost, long by, DateTimeOffset now)
    {
        Draft.Take(push, zone, lost, by, now);
        WorkingHeadline = Draft.Content.Headline;
    }

    internal void Touch() => Stamp = Guid.CreateVersion7();
}
