using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Topics;

/// <param name="Topic">Null while it is being made.</param>
/// <param name="Names">Of the edition's other topics, to be chosen from by typing.</param>
/// <param name="Into">What was typed as the topic to merge this one into.</param>
public sealed record EditTopicView(
    Edition Edition, Topic? Topic, TopicForm Form, Problems Problems, IReadOnlyList<string> Names, IReadOnlyList<PictureJson> Pictures, IReadOnlyList<StaleText>? Stale, string Into);

/// <summary>GET, POST /newsroom/topics/7. A changed slug leaves its old address leading to the new one.</summary>
public static class EditTopic
{
    // More names than that are no help while typing.
    private const int MostNames = 1000;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/topics/{id:long}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/topics/{id:long}", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Topics.SingleOrDefaultAsync(row => row.Id == id, stop) is { } topic
            ? await ShowAsync(topic, Problems.None, newspaper, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Topics.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } topic) return TypedResults.NotFound();
        var (edition, form) = (await EditionOf(topic, newspaper, stop), TopicForm.Read(fields));
        if (form.Revision != topic.Revision) return await StaleAsync(edition, topic, form, newspaper, stop);

        var (problems, parent) = await form.CheckAsync(topic.EditionId, topic.Id, newspaper, stop);
        if (problems.Any) return await AnswerAsync(edition, topic, form, problems, newspaper, stop, StatusCodes.Status422UnprocessableEntity);

        try
        {
            await newspaper.WriteAsync(async () =>
            {
                var old = edition.PathOf($"/topic/{topic.Slug}");
                topic.Change(form.Name, form.Address, form.Description);
                form.WriteTo(topic, parent);
                await newspaper.SaveChangesAsync(stop);
                await newspaper.RedirectAsync(old, edition.PathOf($"/topic/{topic.Slug}"), clock.GetUtcNow(), isPrefix: true, stop);
            }, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Topics.SingleOrDefaultAsync(row => row.Id == id, stop) is { } now ? await StaleAsync(edition, now, form, newspaper, stop) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/topics");
    }

    /// <summary>The page of a topic as it stands.</summary>
    internal static async Task<IResult> ShowAsync(Topic topic, Problems problems, Newspaper newspaper, CancellationToken stop, string into = "") => await AnswerAsync(
        await EditionOf(topic, newspaper, stop), topic, TopicForm.Of(topic, await newspaper.Topics.Where(row => row.Id == topic.ParentId).Select(row => row.Name).FirstOrDefaultAsync(stop)),
        problems, newspaper, stop, problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, into: into);

    internal static async Task<RazorComponentResult> AnswerAsync(
        Edition edition, Topic? topic, TopicForm form, Problems problems, Newspaper newspaper, CancellationToken stop,
        int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null, string into = "")
    {
        var self = topic?.Id;
        var names = await newspaper.Topics.AsNoTracking().Where(row => row.EditionId == edition.Id && row.Id != self).OrderBy(row => row.Name).Select(row => row.Name).Take(MostNames).ToListAsync(stop);
        return Page.Of<EditTopicPage, EditTopicView>(new(edition, topic, form, problems, names, await newspaper.Pictures.ToChooseAsync(form.Picture, stop), stale, into), status);
    }

    private static Task<RazorComponentResult> StaleAsync(Edition edition, Topic theirs, TopicForm form, Newspaper newspaper, CancellationToken stop) => AnswerAsync(
        edition, theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), newspaper, stop, StatusCodes.Status409Conflict, form.Against(theirs));

    private static Task<Edition> EditionOf(Topic topic, Newspaper newspaper, CancellationToken stop) =>
        newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == topic.EditionId, stop);
}
