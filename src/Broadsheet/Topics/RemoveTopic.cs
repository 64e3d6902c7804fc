using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Topics;

/// <summary>POST /newsroom/topics/7/removal. Its stories stay, without it; their versions still name it, and nobody sees that.</summary>
public static class RemoveTopic
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/topics/{id:long}/removal", Post).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Post(long id, Newspaper newspaper, IStoryPlaces places, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Topics.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } topic) return TypedResults.NotFound();

        await newspaper.WriteAsync(async () =>
        {
            await places.TakeOffTopicAsync(id, stop);
            newspaper.AllTopics.Remove(topic);
            newspaper.Audit(staff, "topic-removed", $"topic/{topic.PublicId}", topic.Name, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.Redirect("/newsroom/topics");
    }
}
