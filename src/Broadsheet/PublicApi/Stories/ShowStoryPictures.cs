using Broadsheet.Api;
using Broadsheet.Articles;
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
        var inText = body.References.Pictures.ToList();
        var lead = article.Withdrawal is null ? article.LeadPicture : null;
        var loaded = await pictures.LoadAsync(lead is null ? inText : inText.Prepend(lead.Picture), stop);
        var uses = inText.Where(one => one != lead?.Picture).Select(one => loaded.Find(new PictureUse(one), null)).Prepend(loaded.Find(lead, article.SectionId));
        return Answer.Whole(uses.Where(use => use is not null).Select(use => PublicPicture.Of(use!.Value.Picture, use.Value.Use, edition.Language, article.PublishedAt, origin, hasAll: true)));
    }
}
