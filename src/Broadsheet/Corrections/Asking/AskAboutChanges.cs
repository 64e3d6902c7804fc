using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.History;
using Broadsheet.Articles.Live;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections.Asking;

/// <summary>
/// GET /newsroom/articles/7/publication/question?draft=true: what changed of what readers saw, and whether they must be told; POST: the
/// answer, with which the draft goes out. Without draft=true it is about what went out while the story developed.
/// </summary>
public static class AskAboutChanges
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/publication/question", Get).Requires(Permission.PublishArticles);
        newsroom.MapPost("/articles/{id:long}/publication/question", Post).DemandsRevision().Requires(Permission.PublishArticles);
    }

    internal static async Task<IResult> Get(long id, bool? draft, bool? updated, Staff staff, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is { } article
            ? await AnswerAsync(article, AnswerForm.Empty(draft == true, updated == true), Problems.None, newspaper, StatusCodes.Status200OK, stop) : Results.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, Publication publication, CorrectionDesk desk, LiveWatch live, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForReadingAsync(id, staff, stop) is null) return Results.NotFound();
        newspaper.ChangeTracker.Clear();
        var form = AnswerForm.Read(fields);
        try
        {
            await newspaper.WriteAsync(() => ActAsync(id, form, staff, newspaper, publication, desk, clock.GetUtcNow(), stop), stop);
            return Results.Redirect(live.Begin(id));
        }
        catch (ArticleException refusal)
        {
            newspaper.ChangeTracker.Clear();
            var article = (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop))!;
            var problems = new Problems();
            if (refusal is NotReadyException unready) foreach (var problem in unready.Problems) problems.Add(problem.Message);
            else problems.Add(refusal.Message);
            return await AnswerAsync(article, form, problems, newspaper, refusal.Status, stop);
        }
    }

    private static async Task ActAsync(long id, AnswerForm form, Staff staff, Newspaper newspaper, Publication publication, CorrectionDesk desk, DateTimeOffset now, CancellationToken stop)
    {
        var article = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == id, stop);
        if (form.Draft && form.Revision != article.Draft.Revision) throw new ArticleException(Text.T("question.stale"));
        if (await newspaper.QuestionOfAsync(article, form.Draft, stop) is not { } question) throw new ArticleException(Text.T("acts.correct.notOut"));
        if (form.Shown != question.Shown) throw new ArticleException(Text.T("question.stale"));
        if (form.Chosen is not { } answer || (answer == AnswerKind.Developing && !form.Draft)) throw new ArticleException(Text.T("question.choose"));

        Correction? correction = null;
        if (answer == AnswerKind.Correction && form.Draft)
            correction = (await desk.CorrectAsync(article, article.Draft.Content, form.Said.Demand(), form.Said.Text, form.Said.Why, form.SaysUpdated, keepsSchedule: false, staff, stop)).Correction;
        else if (answer == AnswerKind.Correction) correction = await desk.AddAsync(article, form.Said.Demand(), form.Said.Text, staff, stop);
        else if (form.Draft) await publication.PublishAsync(article, staff.By, form.Said.Why, form.SaysUpdated, stop);

        var to = await newspaper.ArticleVersions.Where(row => row.Id == article.PublishedVersionId).Select(row => row.Number).SingleAsync(stop);
        newspaper.Add(new CorrectionAnswer(id, question.From, to, answer, form.Said.Why, staff.By, now) { CorrectionId = correction?.Id, Changes = [.. question.Changes.Select(KeptChange.Of)] });
        if (answer == AnswerKind.Developing)
        {
            if (question.Developing is { } going) going.WentOutAgain(now);
            else newspaper.Add(new DevelopingStory(id, question.From, now + DevelopingStory.Rest));
        }
        else if (question.Developing is { } settled) newspaper.Remove(settled);
        await newspaper.SaveChangesAsync(stop);
    }

    private static async Task<IResult> AnswerAsync(Article article, AnswerForm form, Problems problems, Newspaper newspaper, int status, CancellationToken stop)
    {
        if (await newspaper.QuestionOfAsync(article, form.Draft, stop) is not { } question) return Results.Redirect($"/newsroom/articles/{article.Id}/corrections");

        var comparison = ContentComparison.Of(question.Before, question.After, await newspaper.NamesInAsync(question.Edition, stop, question.Before, question.After), TimeZoneInfo.FindSystemTimeZoneById(question.Edition.TimeZone));
        var pictures = new Dictionary<Guid, PictureJson>(await CompareVersions.PicturesAsync(comparison, newspaper, stop));
        return Page.Of<AskAboutChangesPage, AskAboutChangesView>(new(article, question, comparison, pictures, form, problems), status);
    }
}

public sealed record AskAboutChangesView(Article Article, Question Question, ContentComparison Comparison, IReadOnlyDictionary<Guid, PictureJson> Pictures, AnswerForm Form, Problems Problems)
{
    public string Path => $"/newsroom/articles/{Article.Id}";
}
