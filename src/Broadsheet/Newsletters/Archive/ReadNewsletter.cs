using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Archive;

/// <summary>/newsletters/tide: one newsletter and its sent issues; /newsletters/tide/…: one of them. Both stored, like any other page.</summary>
public static class ReadNewsletter
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder paper)
    {
        paper.MapMethods("/newsletters/{slug}", ["GET", "HEAD"], Get);
        paper.MapMethods("/newsletters/{slug}/{issue:guid}", ["GET", "HEAD"], GetIssue);
    }

    internal static async Task<IResult> Get(string slug, HttpContext http, Newspaper newspaper, MachineSettings machine, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition || await FindAsync(newspaper, edition, slug, stop) is not { } newsletter) return await Missing.AnswerAsync(http, newspaper, stop);

        var (paper, path) = (edition.ForPaper(), $"/newsletters/{newsletter.Slug}");
        var sent = await newspaper.ArchivedIssues.AsNoTracking().Where(row => row.NewsletterId == newsletter.Id).OrderByDescending(row => row.SentAt).ThenByDescending(row => row.Id).Take(Most).ToListAsync(stop);
        var first = sent.Where(row => row.Subject.Length == 0).SelectMany(row => row.Stories).ToHashSet();
        var headlines = first.Count == 0 ? [] : await newspaper.Articles.AsNoTracking().ByRows("articles").Published(clock.GetUtcNow()).Where(row => first.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Headline, stop);
        var view = new NewsletterPageView(new(newsletter, true, paper), newsletter.IsOpen && machine.Mail.IsOn,
            [.. sent.Select(row => new SentIssueView(SubjectOf(row, newsletter, row.Stories.Where(headlines.ContainsKey).Select(id => headlines[id]).FirstOrDefault()), paper.At(ArchivedIssue.PathOf(newsletter, row.PublicId)), row.SentAt))]);
        return new PaperResult(new PaperPage(paper, "newsletter", view, new PageHead { Title = newsletter.Name, Description = newsletter.Description, Canonical = origin.Whole(edition.PathOf(path)) }));
    }

    internal static async Task<IResult> GetIssue(string slug, Guid issue, HttpContext http, Newspaper newspaper, StoryViews views, StoryPictures pictures, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition || await FindAsync(newspaper, edition, slug, stop) is not { } newsletter
            || await newspaper.ArchivedIssues.AsNoTracking().ByRows("archived_issues").SingleOrDefaultAsync(row => row.PublicId == issue && row.NewsletterId == newsletter.Id, stop) is not { } sent)
            return await Missing.AnswerAsync(http, newspaper, stop);

        var (paper, ids) = (edition.ForPaper(), sent.Stories.ToList());
        var stories = await views.OfAsync(newspaper.Articles.ByRows("articles").Published(clock.GetUtcNow()).InEdition(edition.Id).Where(row => ids.Contains(row.Id)), paper, stop);
        StoryView[] inOrder = [.. stories.OrderBy(story => ids.IndexOf(story.ArticleId))];
        var subject = SubjectOf(sent, newsletter, inOrder.FirstOrDefault()?.Headline);
        var picture = sent.Picture is { } shown ? (await pictures.LoadAsync([shown], stop)).ForArticle(new PictureUse(shown), paper.Language, null) : null;
        var view = new IssuePageView(sent, new(newsletter, false, paper), subject, inOrder, picture);
        return new PaperResult(new PaperPage(paper, "issue", view, new PageHead
        {
            Title = subject,
            Description = newsletter.Name,
            Canonical = origin.Whole(edition.PathOf(ArchivedIssue.PathOf(newsletter, sent.PublicId))),
        })
        { Shown = inOrder.Select(story => story.ArticleId).ToHashSet() });
    }

    private static Task<Newsletter?> FindAsync(Newspaper newspaper, Edition edition, string slug, CancellationToken stop)
    {
        var name = slug.Normalize();
        return newspaper.Newsletters.AsNoTracking().SingleOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == name, stop);
    }

    // A headline that was taken from readers is not given.
    private static string SubjectOf(ArchivedIssue issue, Newsletter newsletter, string? headline) => issue.Subject.Length > 0 ? issue.Subject : headline ?? newsletter.Name;
}
