using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Topics;

/// <summary>PATCH /api/v1/topics/{id}</summary>
internal static class ChangeTopic
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/topics/{id:guid}", Patch)
        .Requires(Permission.ArrangePaper)
        .Describe("changeTopic", "Change a topic", "Its name and description. Its address stays.");

    internal static async Task<Ok<TopicAnswer>> Patch(Guid id, Sent<TopicFields> sent, Newspaper newspaper, CancellationToken stop)
    {
        var topic = await newspaper.Topics.SingleOrDefaultAsync(row => row.PublicId == id, stop) ?? throw ProblemKind.NotFound.Exception($"There is no topic {id}.");
        var (asked, check) = (sent.Value, new Asking());
        if (sent.Gives(nameof(asked.Name))) topic.Name = check.Name("name", asked.Name);
        if (sent.Gives(nameof(asked.Description))) topic.Description = Asking.Words(asked.Description);
        check.Done();
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Ok(TopicAnswer.Of(topic, await newspaper.Editions.SingleAsync(row => row.Id == topic.EditionId, stop)));
    }
}
