using Broadsheet.Web;

namespace Broadsheet.Articles;

public sealed partial class Article
{
    /// <summary>Whether it went out for the first time so lately that nobody outside was told yet.</summary>
    /// <param name="wait">How long those who are told outside wait.</param>
    public bool CanBeTakenBackAt(DateTimeOffset now, TimeSpan wait) => IsPublished && now < PublishedAt + wait;

    /// <summary>
    /// A draft again, as if it had not gone out: the next publication is its first. It keeps its section and slug, so that whoever
    /// was here in that minute is led on should the story come out under another address.
    /// </summary>
    internal void TakeBack(DateTimeOffset now, TimeSpan wait)
    {
        if (!IsPublished) throw new ArticleException(Text.T("acts.takeBack.notOut"));
        if (!CanBeTakenBackAt(now, wait)) throw new ArticleException(Text.T("acts.takeBack.late"));

        PublishedAt = null;
        UpdatedAt = null;
        PublishedVersionId = null;
        Topics.Clear();
        Contributors.Clear();
        Sections.Clear();
        Touch();
    }
}
