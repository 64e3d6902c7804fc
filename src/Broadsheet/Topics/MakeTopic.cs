using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Topics;

/// <summary>GET /newsroom/topics/new?edition=1; POST /newsroom/topics.</summary>
public static class MakeTopic
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/topics/new", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/topics", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long? edition, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is { } found
            ? await EditTopic.AnswerAsync(found, null, TopicForm.Empty, Problems.None, newspaper, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (!long.TryParse(fields["Edition"], out var id) || await newspaper.Editions.FindAsync([id], stop) is not { } edition) return TypedResults.NotFound();

        var form = TopicForm.Read(fields);
        return await newspaper.WriteAsync<IResult>(async () =>
        {
            var (problems, parent) = await form.CheckAsync(edition.Id, null, newspaper, stop);
            if (problems.Any) return await EditTopic.AnswerAsync(edition, null, form, problems, newspaper, stop, StatusCodes.Status422UnprocessableEntity);

            var topic = new Topic(edition.Id, form.Name, form.Address) { Description = form.Description };
            form.WriteTo(topic, parent);
            newspaper.AllTopics.Add(topic);
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/topics");
        }, stop);
    }
}
