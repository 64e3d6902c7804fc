using Broadsheet.Web;

namespace Broadsheet.Articles;

public sealed partial class Article
{
    /// <summary>Until when readers are told that more follows. Null: the story is whole.</summary>
    public DateTimeOffset? MoreFollowsUntil { get; private set; }

    /// <summary>A story went out as a headline and a sentence. The mark never outlives its time, whoever forgets it.</summary>
    public void MarkMoreFollows(DateTimeOffset until, DateTimeOffset now)
    {
        if (until <= now) throw new ArticleException(Text.T("acts.timeHasPassed"));
        MoreFollowsUntil = until;
        Touch();
    }

    public void EndMoreFollows()
    {
        MoreFollowsUntil = null;
        Touch();
    }
}
