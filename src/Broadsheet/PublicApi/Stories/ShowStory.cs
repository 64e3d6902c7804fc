using Broadsheet.Api;

namespace Broadsheet.PublicApi.Stories;

internal static class ShowStory
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/stories/{id:guid}", Get).Reads<StoryQuery, WholeStory>()
        .Describe("readStory", "One story", "A story with its text and all that stands on its page. Of one that is not free its text has the beginning. What was withdrawn answers 404, 410 or 451, as its page does; a retraction answers with its notice.");

    private static async Task<IResult> Get(Guid id, [AsParameters] StoryQuery asked, StoryOfAddress address, WholeStories stories, CancellationToken stop)
    {
        var fields = Fields<WholeStory>.Read(asked.Fields);
        var (article, edition) = await address.FindAsync(id, stop);
        return Answer.Of(fields.Of(await stories.OfAsync(article, edition, stop) ?? throw StoryOfAddress.Nothing()));
    }
}
