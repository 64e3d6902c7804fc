using Broadsheet.Api;
using Broadsheet.Editions;
using Broadsheet.Popularity;

namespace Broadsheet.PublicApi.Stories;

internal static class ListPopular
{
    private const int Most = 20;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/popular", Get).Reads<EditionQuery, Listed<PublicStory>>()
        .Describe("readPopular", "What is read most", "The stories that are read most in an edition, as its page /popular has them.");

    private static async Task<IResult> Get([AsParameters] EditionQuery asked, EditionsAsked editions, MostRead mostRead, PublicStories stories, CancellationToken stop)
    {
        var edition = (await editions.OneAsync(asked.Edition, stop)).ForPaper();
        return Answer.Whole(await stories.OfAsync(await mostRead.InAsync(edition, [], Most, stop), edition, stop));
    }
}
