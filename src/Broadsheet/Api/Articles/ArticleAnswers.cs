using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Articles;

/// <summary>Writes articles as the API tells them.</summary>
internal static class ArticleAnswers
{
    extension(Newspaper newspaper)
    {
        /// <summary>The article with its draft. <paramref name="article"/> is loaded with its draft.</summary>
        public async Task<ArticleAnswer> AnswerAsync(Article article, IReadOnlyList<ReadingNoteAnswer>? notes, CancellationToken stop)
        {
            var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
            var section = await newspaper.Sections.Where(row => row.Id == article.SectionId).Select(row => row.Slug).FirstOrDefaultAsync(stop);
            return new ArticleAnswer(SummaryOf(article, edition, section))
            {
                Embargo = article.Embargo is { } embargo ? new() { Until = embargo.Until, Zone = embargo.Zone, Source = embargo.Source } : null,
                Withdrawal = article.Withdrawal is { } taken ? new() { Kind = taken.Kind, Reason = taken.Reason, Notice = taken.Notice, At = taken.At } : null,
                IsHiddenFromSearchEngines = article.IsHiddenFromSearchEngines,
                Content = FieldsOf(article.Draft.Content),
                Notes = notes is { Count: > 0 } ? notes : null,
            };
        }
    }

    /// <param name="section">The slug of the section it was published in; null before that.</param>
    public static ArticleSummary SummaryOf(Article article, Edition edition, string? section) => new()
    {
        Id = article.PublicId,
        Edition = edition.Code,
        Headline = article.WorkingHeadline,
        State = StateOf(article.IsPublished, article.Withdrawal is not null, article.ScheduledFor is not null),
        Url = section is null ? null : edition.PathOf($"/{section}/{article.Slug}"),
        Revision = article.Draft.Revision,
        CreatedAt = article.CreatedAt,
        SavedAt = article.Draft.SavedAt,
        PublishedAt = article.PublishedAt,
        UpdatedAt = article.UpdatedAt,
        ScheduledFor = article.ScheduledFor,
    };

    private static ArticleState StateOf(bool isPublished, bool isWithdrawn, bool isScheduled) =>
        isPublished ? ArticleState.Published : isScheduled ? ArticleState.Scheduled : isWithdrawn ? ArticleState.Withdrawn : ArticleState.Draft;

    public static ArticleFields FieldsOf(ArticleContent content) => new()
    {
        Headline = content.Headline,
        ShortHeadline = content.ShortHeadline,
        Standfirst = content.Standfirst,
        Dateline = content.Dateline,
        Body = content.Body.AsItStands(),
        LeadPicture = content.LeadPicture is { } lead ? new() { Picture = lead.Picture, Caption = lead.Caption, AltText = lead.AltText } : null,
        Kind = content.Kind,
        Payer = content.Payer,
        Section = content.Section?.ToString(),
        AlsoIn = [.. content.AlsoIn.Select(id => id.ToString())],
        Topics = [.. content.Topics.Select(id => id.ToString())],
        Series = content.Series?.ToString(),
        Bylines = [.. content.Bylines.Select(line => new BylineFields { Contributor = line.Contributor?.ToString(), Name = line.Name, Role = line.Role })],
        Slug = content.Slug,
        SearchTitle = content.SearchTitle,
        SearchDescription = content.SearchDescription,
        Related = content.Related,
        Source = content.Source is { } source
            ? new() { Kind = source.Kind, ItemId = source.ItemId, Credit = source.Credit, CanonicalUrl = source.CanonicalUrl, Withheld = source.Withheld, RightsEnd = source.RightsEnd }
            : null,
        IsSensitive = content.IsSensitive,
    };
}
