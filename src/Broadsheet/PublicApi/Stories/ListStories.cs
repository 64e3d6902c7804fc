using Broadsheet.Api;
using Broadsheet.Editions;

namespace Broadsheet.PublicApi.Stories;

internal static class ListStories
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/stories", Get).Reads<StoriesQuery, Listed<PublicStory>>()
        .Describe("readStories", "Stories, the newest first", "Published stories of an edition, or of all in a language, the newest first. Filters narrow each other. A story’s text stands at /stories/{id}.");

    private static async Task<IResult> Get([AsParameters] StoriesQuery asked, StoryList list, EditionsAsked editions, PublicStories stories, HttpRequest request, CancellationToken stop)
    {
        var (fields, size) = (Fields<PublicStory>.Read(asked.Fields), Place.SizeOf(asked.Limit));
        var found = await list.FindAsync(asked, size, stop);
        var part = found.Take(size).ToList();
        var made = new Dictionary<Guid, PublicStory>();
        foreach (var edition in (await editions.AllAsync(stop)).Where(edition => part.Any(article => article.EditionId == edition.Id)))
        {
            foreach (var story in await stories.OfAsync([.. part.Where(article => article.EditionId == edition.Id)], edition.ForPaper(), stop)) made.Add(story.Id, story);
        }
        return Answer.Part(part.Where(article => made.ContainsKey(article.PublicId)).Select(article => made[article.PublicId]), fields, request,
            found.Count > size ? new Place(part[^1].PublishedAt!.Value, part[^1].Id) : null);
    }
}
