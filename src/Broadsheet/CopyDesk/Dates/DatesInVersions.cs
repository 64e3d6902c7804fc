using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.Dates;

/// <summary>Every version that readers get carries its date marks, without anybody pressing anything.</summary>
internal sealed class DatesInVersions(Newspaper newspaper) : IVersionFinish
{
    public async Task<ArticleContent> FinishAsync(Article article, ArticleContent content, ArticleContent? before, DateTimeOffset at, CancellationToken stop)
    {
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var published = edition.DayOf(at);
        var day = DatelineDay.Of(content.Dateline, edition.Language, published) ?? published;
        return content with { Body = DateMarks.Set(content.Body, edition.Language, day, before?.Body) };
    }
}
