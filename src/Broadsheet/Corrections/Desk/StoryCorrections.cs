using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.History;
using Broadsheet.Articles.Live;
using Broadsheet.Corrections.Asking;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections.Desk;

/// <summary>
/// GET, POST /newsroom/articles/7/corrections: what the paper says about a story, and one thing more. POST …/corrections/3: it is said in
/// other words.
/// </summary>
public static class StoryCorrections
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/corrections", Get).Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/corrections", Add).DemandsRevision().Requires(Permission.PublishArticles);
        newsroom.MapPost("/articles/{id:long}/corrections/{correction:long}", Amend).DemandsRevision().Requires(Permission.PublishArticles);
    }

    internal static async Task<IResult> Get(long id, Staff staff, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is { } article
            ? await AnswerAsync(article, CorrectionForm.Empty, null, Problems.None, staff, newspaper, StatusCodes.Status200OK, stop) : Results.NotFound();

    internal static async Task<IResult> Add(long id, IFormCollection fields, Staff staff, Newspaper newspaper, CorrectionDesk desk, LiveWatch live, CancellationToken stop)
    {
        if (await newspaper.Articles.ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var form = CorrectionForm.Read(fields);
        return await TryAsync(article, form, null, staff, newspaper, live, async () =>
        {
            if (form.Shown != article.PublishedVersionId) throw new ArticleException(Text.T("article.staleShown"));
            await desk.AddAsync(article, form.Demand(), form.Text, staff, stop);
        }, stop);
    }

    internal static async Task<IResult> Amend(long id, long correction, IFormCollection fields, Staff staff, Newspaper newspaper, CorrectionDesk desk, LiveWatch live, CancellationToken stop)
    {
        if (await newspaper.Articles.ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        if (await newspaper.Corrections.Include(row => row.Earlier).SingleOrDefaultAsync(row => row.Id == correction && row.ArticleId == id, stop) is not { } found) return Results.NotFound();
        var form = CorrectionForm.Read(fields);
        var revision = int.TryParse(fields["revision"], CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        return await TryAsync(article, form, correction, staff, newspaper, live, () => desk.AmendAsync(found, form.Demand(), form.Text, form.Why, revision, staff, stop), stop);
    }

    private static async Task<IResult> TryAsync(Article article, CorrectionForm form, long? amended, Staff staff, Newspaper newspaper, LiveWatch live, Func<Task> act, CancellationToken stop)
    {
        try
        {
            await act();
            live.Begin(article.Id);
            return Results.Redirect($"/newsroom/articles/{article.Id}/corrections");
        }
        catch (ArticleException refusal)
        {
            newspaper.ChangeTracker.Clear();
            var again = (await newspaper.Articles.AsNoTracking().ForReadingAsync(article.Id, staff, stop))!;
            return await AnswerAsync(again, form, amended, new Problems().Add(refusal.Message), staff, newspaper, refusal.Status, stop);
        }
    }

    private static async Task<IResult> AnswerAsync(Article article, CorrectionForm form, long? amended, Problems problems, Staff staff, Newspaper newspaper, int status, CancellationToken stop)
    {
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var corrections = await newspaper.CorrectionsOf(article.Id).ToListAsync(stop);
        var answers = await newspaper.Set<CorrectionAnswer>().AsNoTracking().Where(row => row.ArticleId == article.Id).OrderByDescending(row => row.Id).ToListAsync(stop);
        var names = await newspaper.MakersAsync([.. corrections.Select(row => row.MadeBy), .. corrections.SelectMany(row => row.Earlier).Select(row => row.AmendedBy), .. answers.Select(row => row.By)], stop);
        var developing = await newspaper.Set<DevelopingStory>().AsNoTracking().SingleOrDefaultAsync(row => row.ArticleId == article.Id, stop);
        return Page.Of<StoryCorrectionsPage, StoryCorrectionsView>(new(article, edition, corrections, answers, names, developing, form, amended, problems, await newspaper.MayPublishAsync(article, staff, stop)), status);
    }
}

/// <param name="Form">What was typed and refused.</param>
/// <param name="Amended">The correction whose amendment was refused; null: it was a new one.</param>
public sealed record StoryCorrectionsView(
    Article Article, Edition Edition, IReadOnlyList<Correction> Corrections, IReadOnlyList<CorrectionAnswer> Answers, IReadOnlyDictionary<long, string> Names, DevelopingStory? Developing,
    CorrectionForm Form, long? Amended, Problems Problems, bool MayPublish)
{
    public string Path => $"/newsroom/articles/{Article.Id}";
}
