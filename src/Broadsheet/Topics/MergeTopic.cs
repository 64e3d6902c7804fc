using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Topics;

/// <summary>
/// POST /newsroom/topics/7/merging, Into: the name of another topic of the edition. Its stories, its narrower topics and its names go over,
/// and its address leads there. Versions and drafts of stories go on naming it and mean the other.
/// </summary>
public static class MergeTopic
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/topics/{id:long}/merging", Post).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, IStoryPlaces places, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Topics.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } topic) return TypedResults.NotFound();
        var name = fields["Into"].ToString().Trim();
        return await newspaper.WriteAsync(async () =>
        {
            if ((await newspaper.TopicsCalledAsync(topic.EditionId, [Slug.Of(name)], stop)).FirstOrDefault(row => row.Id != id) is not { } into || name.Length == 0)
                return await EditTopic.ShowAsync(topic, new Problems().Add("Into", Text.T("topic.problem.into", ("name", name))), newspaper, stop, name);

            await places.MoveTopicAsync(id, into.Id, stop);
            foreach (var narrower in await newspaper.Topics.Where(row => row.ParentId == id).ToListAsync(stop)) narrower.ParentId = narrower.Id == into.Id ? topic.ParentId : into.Id;
            foreach (var earlier in await newspaper.AllTopics.Where(row => row.MergedIntoId == id).ToListAsync(stop)) earlier.MergeInto(into);
            topic.MergeInto(into);
            newspaper.Audit(staff, "topic-merged", $"topic/{topic.PublicId}", $"{topic.Name} → {into.Name}", clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);

            var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == topic.EditionId, stop);
            await newspaper.RedirectAsync(edition.PathOf($"/topic/{topic.Slug}"), edition.PathOf($"/topic/{into.Slug}"), clock.GetUtcNow(), isPrefix: true, stop);
            return TypedResults.Redirect($"/newsroom/topics/{into.Id}");
        }, stop);
    }
}
