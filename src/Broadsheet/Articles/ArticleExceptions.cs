using Broadsheet.Editions;
using Broadsheet.Web;

namespace Broadsheet.Articles;

/// <summary>A rule of publishing says no. The message is for the person who asked.</summary>
public class ArticleException(string message) : RefusalException(message);

/// <summary>The source's time has not come.</summary>
public sealed class EmbargoException(Embargo embargo) : ArticleException(Text.T("acts.embargo.ends", ("time", NewsroomClock.Say(embargo.Until, embargo.Zone))))
{
    public DateTimeOffset Until { get; } = embargo.Until;
}

/// <summary>Something that every published story needs is missing. Each problem names the field it is about.</summary>
public sealed class NotReadyException(IReadOnlyList<NotReadyException.Problem> problems) : ArticleException(string.Join(" ", problems.Select(problem => problem.Message)))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;

    public sealed record Problem(string Field, string Message);
}
