using Broadsheet.Accounts;
using Broadsheet.Articles.Live;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>
/// POST /newsroom/articles/7/publication: shows the draft to readers, for the first time or again. The article's own form,
/// sent here by its button Publish, is saved first: what goes out is what stood on the screen.
/// </summary>
public static class PublishArticle
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/publication", Post).AnswersOnPage("publication").DemandsRevision().Requires(Permission.PublishArticles);

    internal static async Task<IResult> Post(long id, IFormCollection form, Staff staff, Newspaper newspaper, Publication publication, StoryPanels panels, LiveWatch live, TimeProvider clock, CancellationToken stop)
    {
        if (form.ContainsKey("Headline"))
        {
            if (await EditArticle.SaveAsync(id, form, staff, newspaper, publication, panels, clock, stop) is { } refused) return refused;
        }
        else
        {
            await Revisions.CheckAsync(id, form, newspaper, stop);
        }

        if (await newspaper.Articles.ForActs().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();
        await publication.PublishAsync(article, staff.By, form["reason"].ToString(), form["saysUpdated"] == "true", stop);
        return TypedResults.Redirect(live.Begin(id));
    }
}
