using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages;

/// <param name="Story">The story that it is shown in.</param>
public sealed record PreviewMessageView(Message Message, Edition Edition, string? Story);

/// <summary>GET /newsroom/messages/7/preview: as it will stand on a phone and a desk; …/preview/page is what those two show: a story of the paper, with this message alone.</summary>
public static class PreviewMessage
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/messages/{id:long}/preview", Get).Requires(Permission.RunPaper);
        newsroom.MapGet("/messages/{id:long}/preview/page", GetPage).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Messages.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } message) return TypedResults.NotFound();
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == message.EditionId, stop);
        return Page.Of<PreviewMessagePage, PreviewMessageView>(new(message, edition, (await StoryAsync(message, newspaper, clock, stop))?.Headline));
    }

    internal static async Task<IResult> GetPage(long id, Newspaper newspaper, ArticlePages pages, PreviewedMessage previewed, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Messages.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } message || await StoryAsync(message, newspaper, clock, stop) is not { } story) return TypedResults.NotFound();
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == message.EditionId, stop);
        previewed.Only = message;
        return new PaperResult(await pages.OfAsync(story, edition, "", stop)) { IsPrivate = true };
    }

    // The newest of those that it is for, beside which messages may stand.
    private static Task<Article?> StoryAsync(Message message, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var sections = message.Aim.Sections.ToList();
        return newspaper.Articles.AsNoTracking().Include(row => row.Topics).InEdition(message.EditionId).Published(clock.GetUtcNow())
            .Where(row => row.Kind != ArticleKind.Sponsored && !row.IsSensitive && (sections.Count == 0 || (row.SectionId != null && sections.Contains(row.SectionId.Value)))).LatestFirst().FirstOrDefaultAsync(stop);
    }
}
