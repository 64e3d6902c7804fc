using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Topics;

/// <param name="Topic">Null while it is being made.</param>
public sealed record EditTopicView(Edition Edition, Topic? Topic, TopicForm Form, Problems Problems, IReadOnlyList<StaleText>? Stale = null);

/// <summary>GET, POST /newsroom/topics/7. A changed slug leaves its old address leading to the new one.</summary>
public static class EditTopic
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/topics/{id:long}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/topics/{id:long}", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Topics.FindAsync([id], stop) is { } topic
            ? Answer(await EditionOf(topic, newspaper, stop), topic, TopicForm.Of(topic), Problems.None)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Topics.FindAsync([id], stop) is not { } topic) return TypedResults.NotFound();
        var (edition, form) = (await EditionOf(topic, newspaper, stop), TopicForm.Read(fields));
        if (form.Revision != topic.Revision) return Stale(edition, topic, form);

        var problems = await form.CheckAsync(topic.EditionId, topic.Id, newspaper, stop);
        if (problems.Any) return Answer(edition, topic, form, problems, StatusCodes.Status422UnprocessableEntity);

        try
        {
            await newspaper.WriteAsync(async () =>
            {
                var old = edition.PathOf($"/topic/{topic.Slug}");
                topic.Change(form.Name, form.Address, form.Description);
                await newspaper.SaveChangesAsync(stop);
                await newspaper.RedirectAsync(old, edition.PathOf($"/topic/{topic.Slug}"), clock.GetUtcNow(), isPrefix: true, stop);
            }, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Topics.FindAsync([id], stop) is { } now ? Stale(edition, now, form) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/topics");
    }

    internal static RazorComponentResult Answer(
        Edition edition, Topic? topic, TopicForm form, Problems problems, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null) =>
        Page.Of<EditTopicPage, EditTopicView>(new(edition, topic, form, problems, stale), status);

    private static RazorComponentResult Stale(Edition edition, Topic theirs, TopicForm form) => Answer(
        edition, theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, form.Against(theirs));

    private static Task<Edition> EditionOf(Topic topic, Newspaper newspaper, CancellationToken stop) =>
        newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == topic.EditionId, stop);
}
