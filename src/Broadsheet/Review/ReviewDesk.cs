using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Comments;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Review;

/// <param name="Threads">What was said by links, as far as her role reads it: open first, the latest before.</param>
/// <param name="HiddenComments">How many comments of lawyers it does not read.</param>
/// <param name="MayAnswer">Whether the comments are a page of hers.</param>
public sealed record ReviewDeskView(
    Article Article, IReadOnlyList<ReviewLine> Links, IReadOnlyList<CommentThread> Threads, int HiddenComments, IReadOnlyList<Passage> Passages,
    ReviewForm Form, Problems Problems, bool MayMake, bool MayAnswer, DateTimeOffset Now, NewsroomClock Clock);

/// <param name="IsCurrent">Nothing of the text changed since it was shown.</param>
public sealed record ReviewLine(ReviewLink Link, string MadeBy, int Version, bool IsCurrent, IReadOnlyList<ReviewOpening> Openings);

/// <summary>GET /newsroom/articles/7/review: who outside was shown the story and what they said; POST makes a link.</summary>
public static class ReviewDesk
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/review", Get).Requires(Permission.EnterNewsroom);
        newsroom.MapPost("/articles/{id:long}/review", Post).ChecksRevision().Requires(Permission.MakeReviewLinks).Braked(Brake.Invitation);
    }

    internal static async Task<IResult> Get(long id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop) =>
        await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is { } article
            ? await AnswerAsync(article, ReviewForm.Empty, Problems.None, staff, newspaper, clock, stop) : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, Publication publication, Hosts hosts, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForActs().ForEditingAsync(id, staff, stop) is not { } article) return TypedResults.NotFound();
        var form = ReviewForm.Read(fields);
        var problems = form.Check();
        if (problems.Any) return await AnswerAsync(article, form, problems, staff, newspaper, clock, stop, StatusCodes.Status422UnprocessableEntity);

        var secret = Secret.New();
        await newspaper.WriteAsync(async () =>
        {
            var version = await publication.KeepVersionAsync(article, staff.By, Text.T("review.version"), stop);
            var link = new ReviewLink(id, version.Id, form.Chosen!.Value, form.Reader, form.Passages, secret, staff.By, clock.GetUtcNow(), TimeSpan.FromDays(form.Days));
            newspaper.ReviewLinks.Add(link);
            newspaper.Audit(staff, "review-link", $"article/{article.PublicId}", $"{link.Kind}: {link.Reader}", clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return Page.Of<ShownOncePage, ShownOnceView>(new("review", [hosts.Link($"/newsroom/review?key={secret.Text}")], $"/newsroom/articles/{id}/review"));
    }

    private static async Task<IResult> AnswerAsync(
        Article article, ReviewForm form, Problems problems, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop, int status = StatusCodes.Status200OK)
    {
        var links = await newspaper.ReviewLinks.AsNoTracking().Where(one => one.ArticleId == article.Id).OrderByDescending(one => one.Id).ToListAsync(stop);
        var (ids, makers, shown) = (links.Select(one => one.Id).ToList(), links.Select(one => one.MadeBy).ToHashSet(), links.Select(one => one.VersionId).ToHashSet());
        var openings = await newspaper.ReviewOpenings.AsNoTracking().Where(one => ids.Contains(one.LinkId)).OrderByDescending(one => one.Id).ToListAsync(stop);
        var names = await newspaper.StaffMembers.Where(one => makers.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, stop);
        var versions = await newspaper.ArticleVersions.AsNoTracking().Where(one => shown.Contains(one.Id)).ToDictionaryAsync(one => one.Id, stop);
        var threads = (await newspaper.CommentThreads.On(article.Id).AsNoTracking().ToListAsync(stop)).Where(one => one.Comments.Any(comment => comment.LinkId is not null)).ToList();
        var readable = threads.Where(one => CommentDesk.MaySee(staff, one.Class)).OrderBy(one => one.IsResolved).ThenByDescending(one => one.Id).ToList();

        return Page.Of<ReviewDeskPage, ReviewDeskView>(new(
            article,
            [.. links.Select(one => new ReviewLine(one, names.GetValueOrDefault(one.MadeBy, ""), versions[one.VersionId].Number, versions[one.VersionId].PrintsLike(article.Draft.Content), [.. openings.Where(opening => opening.LinkId == one.Id)]))],
            readable, threads.Except(readable).Sum(one => one.Comments.Count(comment => comment.LinkId is not null)), Passage.Of(article.Draft.Content), form, problems,
            staff.May(Permission.MakeReviewLinks) && article.MayBeEditedBy(staff), staff.May(Permission.WriteArticles), clock.GetUtcNow(), await newspaper.ClockAsync()), status);
    }
}

/// <summary>What making a link asks, as typed.</summary>
public sealed record ReviewForm(string Kind, string Reader, int Days, IReadOnlyList<string> Passages)
{
    public static ReviewForm Empty { get; } = new("", "", 7, []);

    public ReviewKind? Chosen => Enum.TryParse<ReviewKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public static ReviewForm Read(IFormCollection form) => new(
        form["Kind"].ToString(), form["Reader"].ToString().ReplaceLineEndings(" ").Trim(),
        int.TryParse(form["Days"], CultureInfo.InvariantCulture, out var days) ? Math.Clamp(days, 1, 30) : 7,
        [.. form["Passages"].OfType<string>().Where(id => id.Length > 0)]);

    public Problems Check()
    {
        var problems = new Problems();
        if (Chosen is null) problems.Add(nameof(Kind), Text.T("review.chooseKind"));
        if (Reader.Length is 0 or > 100) problems.Add(nameof(Reader), Text.T("review.forWhom"));
        if (Chosen == ReviewKind.Source && Passages.Count == 0) problems.Add(nameof(Passages), Text.T("review.choosePassages"));
        return problems;
    }
}
