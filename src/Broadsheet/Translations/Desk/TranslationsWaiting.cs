using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Today;
using Broadsheet.Web;

namespace Broadsheet.Translations.Desk;

/// <summary>Translations whose original changed: the translator's own, and whatever readers must not be left with for all who may put it right.</summary>
internal sealed class TranslationsWaiting(Newspaper newspaper) : ITodayLines
{
    private const int Most = 12;

    public async Task<IReadOnlyList<TodayLine>> ForAsync(Staff staff, CancellationToken stop)
    {
        if (!staff.May(Permission.WriteArticles)) return [];
        var editable = newspaper.Articles.EditableBy(staff);
        var hers = newspaper.Translations.Where(link => editable.Any(article => article.Id == link.ArticleId && article.Withdrawal == null));
        var lines = await hers.PerhapsBehind(newspaper).LinesAsync(newspaper, stop);
        return [.. lines.Where(line => line.Standing.IsUrgent || (line.Standing.State == OriginalState.Changed && IsInHandOf(line.Article, staff))).Take(Most)
            .Select(line => new TodayLine(TranslationWords.Headline(line.Article), line.Here, Text.T($"translation.today.{line.Standing.State}"), line.Standing.At!.Value) { IsUrgent = line.Standing.IsUrgent })];
    }

    private static bool IsInHandOf(Article article, Staff staff) => (article.AssignedTo ?? article.CreatedBy) == staff.By;
}
