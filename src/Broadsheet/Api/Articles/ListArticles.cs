using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Api.Editions;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Articles;

/// <summary>GET /api/v1/articles</summary>
internal static class ListArticles
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/articles", Get)
        .Requires(Permission.WriteArticles)
        .Describe("listArticles", "List articles", "The newest begun first, without their texts. A reporter’s token is shown the articles that it made.");

    internal static async Task<Ok<Listed<ArticleSummary>>> Get([AsParameters] ListQuery part, [AsParameters] ArticleQuery asked, HttpRequest request, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var editions = await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        var sections = await newspaper.Sections.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);

        var start = part.Start;
        var articles = newspaper.Articles.AsNoTracking().VisibleTo(staff).InState(StateOf(asked.State)).Where(row => start == 0 || row.Id < start);
        if (asked.Edition is not null)
        {
            var edition = await newspaper.FindEditionAsync(asked.Edition, stop);
            articles = articles.Where(row => row.EditionId == edition.Id);
        }
        if (asked.Section is not null)
        {
            var named = sections.Values.Where(row => row.Slug == asked.Section || row.PublicId.ToString() == asked.Section).Select(row => row.Id).ToList();
            if (named.Count == 0) throw ProblemKind.Unfit.At("section", $"There is no section called “{asked.Section}”.");
            articles = articles.Where(row => row.SectionId != null && named.Contains(row.SectionId.Value));
        }
        if (asked.ChangedSince is { } since) articles = articles.ChangedSince(since.ToUniversalTime());

        var found = await articles.Include(row => row.Draft).OrderByDescending(row => row.Id).PartAsync(part, stop);
        return TypedResults.Ok(part.Part(found, row => row.Id, row => ArticleAnswers.SummaryOf(row, editions[row.EditionId], row.SectionId is { } id ? sections[id].Slug : null), request));
    }

    private static ArticleState? StateOf(string? name) => name is null ? null
        : Enum.GetValues<ArticleState>().Cast<ArticleState?>().FirstOrDefault(state => state.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw ProblemKind.Malformed.At("state", "A state is draft, scheduled, published or withdrawn.");

    extension(IQueryable<Article> articles)
    {
        private IQueryable<Article> InState(ArticleState? state) => state switch
        {
            ArticleState.Published => articles.Where(row => row.PublishedVersionId != null && row.Withdrawal == null),
            ArticleState.Scheduled => articles.Where(row => row.ScheduledFor != null && (row.PublishedVersionId == null || row.Withdrawal != null)),
            ArticleState.Withdrawn => articles.Where(row => row.Withdrawal != null && row.ScheduledFor == null),
            ArticleState.Draft => articles.Where(row => row.PublishedVersionId == null && row.ScheduledFor == null),
            _ => articles,
        };

        // The stamp, which every act renews, is a UUIDv7: it begins with the time, and both databases put them in its order.
        private IQueryable<Article> ChangedSince(DateTimeOffset since)
        {
            var milliseconds = Math.Clamp(since.ToUnixTimeMilliseconds(), 0, 0xFFFF_FFFF_FFFF).ToString("x12", System.Globalization.CultureInfo.InvariantCulture);
            var first = Guid.ParseExact($"{milliseconds}70008000000000000000", "N");
            return articles.Where(row => row.Draft.SavedAt >= since || row.Stamp.CompareTo(first) >= 0);
        }
    }
}

/// <summary>Which articles.</summary>
public sealed record ArticleQuery
{
    [Description("Only this edition’s, by id or code.")]
    public string? Edition { get; init; }

    [Description("Only those that were published in this section, by id or slug.")]
    public string? Section { get; init; }

    [Description("Only those that stand so: draft, scheduled, published or withdrawn.")]
    public string? State { get; init; }

    [Description("Only those whose draft was saved, or with which something was done, at or after this time.")]
    public DateTimeOffset? ChangedSince { get; init; }
}
