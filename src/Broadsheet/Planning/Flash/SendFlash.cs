using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.Live;
using Broadsheet.Document;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning.Flash;

public sealed record FlashView(FlashForm Form, PlanningNames Names, Problems Problems);

/// <summary>
/// GET, POST /newsroom/flash: a headline and a sentence go out from one screen. Readers see that more follows; what the section wants
/// besides becomes a list with times. The mark ends when the story is whole, and at the latest after the hours chosen here.
/// </summary>
public static class SendFlash
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/flash", Get).Requires(Permission.PublishArticles);
        newsroom.MapPost("/flash", Post).Requires(Permission.PublishArticles);
        EndFlash.Map(newsroom);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        return Answer(new FlashForm(), names, Problems.None);
    }

    internal static async Task<IResult> Post(IFormCollection posted, Staff staff, Newspaper newspaper, Publication publication, LiveWatch live, TimeProvider clock, CancellationToken stop)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var form = FlashForm.Read(posted);
        var problems = form.Check(names);
        if (problems.Any) return Answer(form, names, problems, StatusCodes.Status422UnprocessableEntity);

        try
        {
            return Results.Redirect(live.Begin(await newspaper.WriteAsync(() => SendAsync(form, names, staff, newspaper, publication, clock.GetUtcNow(), stop), stop)));
        }
        catch (NotReadyException refused)
        {
            foreach (var problem in refused.Problems) problems.Add(problem.Message);
            return Answer(form, names, problems, refused.Status);
        }
        catch (ArticleException refused)
        {
            return Answer(form, names, problems.Add(refused.Message), refused.Status);
        }
    }

    // One transaction: what could not go out leaves no half story behind, and the words are still in the form.
    private static async Task<long> SendAsync(FlashForm form, PlanningNames names, Staff staff, Newspaper newspaper, Publication publication, DateTimeOffset now, CancellationToken stop)
    {
        var section = names.Sections.Single(row => row.PublicId == form.SectionId);
        var article = new Article(section.EditionId, now) { CreatedBy = staff.By };
        var content = new ArticleContent { Headline = form.Headline, Section = section.PublicId, Body = DraftDocument.OfText(form.Sentence) };
        article.SaveDraft(content, article.Draft.Revision, staff.By, now);
        newspaper.Articles.Add(article);
        await newspaper.SaveChangesAsync(stop);

        var plan = await newspaper.PlanOfAsync(article.Id, stop);
        plan.WentOutAsFlash(now);
        article.MarkMoreFollows(now + TimeSpan.FromHours(form.Hours), now);
        newspaper.Enqueue(new FlashEnds(article.Id, article.MoreFollowsUntil!.Value), article.MoreFollowsUntil.Value);
        await newspaper.SaveChangesAsync(stop);
        await publication.PublishAsync(article, staff.By, Text.T("flash.reason"), stop: stop);
        return article.Id;
    }

    private static IResult Answer(FlashForm form, PlanningNames names, Problems problems, int status = StatusCodes.Status200OK) =>
        Page.Of<FlashPage, FlashView>(new(form, names, problems), status);
}

/// <summary>A flash as typed.</summary>
public sealed record FlashForm(string Headline = "", string Sentence = "", string Section = "", double Hours = 2)
{
    private const double MostHours = 24;

    public Guid? SectionId => Guid.TryParse(Section, out var id) ? id : null;

    public static FlashForm Read(IFormCollection form) => new(
        form["Headline"].ToString().ReplaceLineEndings(" ").Trim(), form["Sentence"].ToString().ReplaceLineEndings("\n").Trim(), form["Section"].ToString(),
        double.TryParse(form["Hours"], CultureInfo.InvariantCulture, out var hours) ? hours : 0);

    public Problems Check(PlanningNames names)
    {
        var problems = new Problems();
        if (Headline.Length == 0) problems.Add(nameof(Headline), Text.T("article.writeHeadline"));
        if (Sentence.Length == 0) problems.Add(nameof(Sentence), Text.T("flash.problem.sentence"));
        if (names.Sections.All(row => row.PublicId != SectionId)) problems.Add(nameof(Section), Text.T("article.needsSection"));
        if (Hours is <= 0 or > MostHours) problems.Add(nameof(Hours), Text.T("flash.problem.hours", ("most", MostHours)));
        return problems;
    }
}
