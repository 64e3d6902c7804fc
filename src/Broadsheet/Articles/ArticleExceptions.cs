using Broadsheet.Web;

namespace Broadsheet.Articles;

/// <summary>A rule of publishing says no. The message is for the person who asked.</summary>
public class ArticleException(string message) : RefusalException(message);

/// <summary>The source's time has not come.</summary>
public sealed class EmbargoException(DateTimeOffset until) : ArticleException(Text.T("acts.embargo.ends", ("time", $"{until.UtcDateTime:yyyy-MM-dd HH:mm}")))
{
    public DateTimeOffset Until { get; } = until;
}

/// <summary>Something that every published story needs is missing. Each problem names the field it is about.</summary>
public sealed class NotReadyException(IReadOnlyList<NotReadyException.Problem> problems) : ArticleException(string.Join(" ", problems.Select(problem => problem.Message)))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;

    public sealed record Problem(string Field, string Message);
}
