using Broadsheet.Articles.CoEditing;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Articles;

/// <summary>
/// The live draft, apart from what is published. Saving it makes no version: autosaves would flood the history
/// (wagtail#13863).
/// </summary>
[StaysInNewsroom]
public sealed partial class ArticleDraft
{
    internal ArticleDraft(DateTimeOffset now) => SavedAt = now;

    private ArticleDraft() { }

    public long ArticleId { get; private set; }
    public ArticleContent Content { get; private set; } = new();

    /// <summary>Grows by one with every save. Whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    public DateTimeOffset SavedAt { get; private set; }
    public long SavedBy { get; private set; }

    /// <summary>The device's own number of the last save taken, so that a save repeated after a lost answer is known again.</summary>
    public string SaveKey { get; private set; } = "";

    /// <summary>Takes new content that began from <paramref name="revision"/>.</summary>
    /// <param name="saveKey">Unique to one attempt to save; the same key again is the same save and changes nothing.</param>
    /// <exception cref="StaleRevisionException">Somebody saved since.</exception>
    internal void Save(ArticleContent content, long revision, long by, DateTimeOffset now, string saveKey = "")
    {
        if (saveKey.Length > 0 && saveKey == SaveKey) return;
        if (revision != Revision) throw new StaleRevisionException(this);

        // Nobody has a draft open that is not in the database yet.
        if (ArticleId == 0) Revision++;
        else Append(DraftEntry.Between(Content, content, Revision + 1, by, now));
        Content = content;
        SavedAt = now;
        SavedBy = by;
        SaveKey = saveKey;
    }
}

/// <summary>A save that began from a revision that is no longer the last one. Both texts go back to the writer.</summary>
public sealed class StaleRevisionException(ArticleDraft current) : Exception(Text.T("article.savedSince"))
{
    public ArticleDraft Current { get; } = current;
}
