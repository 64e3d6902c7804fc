using Broadsheet.Editions;
using Broadsheet.Web;
using Broadsheet.Words;

namespace Broadsheet.Articles;

/// <summary>A story's state in words, as the newsroom says it everywhere.</summary>
public static class ArticleStateText
{
    public static string Of(Article article) => Text.T($"article.state.{Name(article)}");

    public static string Name(Article article) => article switch
    {
        { Withdrawal.Kind: WithdrawalKind.Retraction } => "retracted",
        { Withdrawal.Kind: WithdrawalKind.Legal } => "removed",
        { ScheduledFor: not null } => "scheduled",
        { IsPublished: true } => "published",
        { Withdrawal: not null } => "withdrawn",
        { Embargo: not null } => "embargoed",
        _ => "draft",
    };

    /// <summary>The time that matters in this state, in the edition's zone; null when none does.</summary>
    public static string? When(Article article, Edition edition)
    {
        return WhenAt(article) is { } at ? Time(at, edition) : null;
    }

    /// <inheritdoc cref="When"/>
    public static DateTimeOffset? WhenAt(Article article) => article.ScheduledFor ?? (article.IsPublished ? article.UpdatedAt ?? article.PublishedAt : article.Embargo?.Until);

    public static string Time(DateTimeOffset at, Edition edition) => Dates.Minute(edition.LocalTime(at));
}
