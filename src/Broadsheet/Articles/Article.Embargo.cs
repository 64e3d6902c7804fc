using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Articles;

/// <summary>The source's time: nothing goes out before it by story, feed, API or mail.</summary>
/// <param name="Zone">The IANA zone in which the source gave it.</param>
/// <param name="Source">Who set it, as the newsroom calls them.</param>
/// <param name="EnteredBy">The member of staff who entered it.</param>
public sealed record Embargo(DateTimeOffset Until, string Zone, string Source, long EnteredBy);

public sealed partial class Article
{
    [StaysInNewsroom]
    public Embargo? Embargo { get; private set; }

    /// <summary>An embargo binds a story that is not out yet; it never hides one that is.</summary>
    public bool IsUnderEmbargoAt(DateTimeOffset now) => Embargo is { } embargo && now < embargo.Until;

    public void SetEmbargo(Embargo embargo, DateTimeOffset now)
    {
        if (PublishedAt is not null) throw new ArticleException(Text.T("acts.embargo.out"));
        if (embargo.Until <= now) throw new ArticleException(Text.T("acts.embargo.passed"));
        if (ScheduledFor < embargo.Until) throw new ArticleException(Text.T("acts.embargo.scheduled"));
        Embargo = embargo;
        Touch();
    }

    /// <summary>Lifts the embargo early. The reason goes into the audit log.</summary>
    public void LiftEmbargo(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new ArticleException(Text.T("acts.liftWhy"));
        Embargo = null;
        Touch();
    }
}
