using Broadsheet.Api;
using Broadsheet.Paper;

namespace Broadsheet.PublicApi.Stories;

internal static class ShowStoryPictures
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/stories/{id:guid}/pictures", Get).Reads<NoQuery, Listed<PublicPicture>>()
        .Describe("readStoryPictures", "A story’s pictures in every cut", "The picture above the text, then those in it, each in all proportions, sizes and formats. What may be shown on the paper’s own pages alone is not among them.");

    private static async Task<IResult> Get(Guid id, StoryOfAddress address, WholeStories stories, PublicPictures pictures, PaperOrigin origin, CancellationToken stop)
    {
        var (article, edition) = await address.FindAsync(id, stop);
        var (_, body) = await stories.TextAsync(article, stop);
        var lead = article.IsTakenBack ? null : article.LeadPicture;
        var loaded = await pictures.LoadAsync(lead is null ? body.References.Pictures : body.References.Pictures.Prepend(lead.Picture), stop);
        return Answer.Whole(loaded.OfStory(lead, article.SectionId, body).Select(one => PublicPicture.Of(one.Picture, one.Use, edition.Language, article.PublishedAt, origin, hasAll: true)));
    }
}
