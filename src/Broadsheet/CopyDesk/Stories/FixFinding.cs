using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.CoEditing;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.Stories;

/// <summary>POST /newsroom/articles/7/check/fix: puts what the desk proposes into the draft, for whoever has no script. In the editor it is put in there.</summary>
public static class FixFinding
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/check/fix", Post).Requires(Permission.WriteArticles).DemandsRevision();

    internal static async Task<IResult> Post(long id, IFormCollection form, Staff staff, StoryDesk desk, Newspaper newspaper, ArticleRooms rooms, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return TypedResults.NotFound();
        try
        {
            var read = await desk.CheckAsync(article, article.Draft.Content, stop);
            if (Meant(read.Found, form) is { } meant && MendedContent.Of(article.Draft.Content, meant) is { } mended && long.TryParse(form["revision"], CultureInfo.InvariantCulture, out var revision))
            {
                article.SaveDraft(mended, revision, staff.By, clock.GetUtcNow());
                if (read.Notes.Find(note => note.IsOf(meant)) is { } note) note.TakenAt = clock.GetUtcNow();
                await newspaper.SaveChangesAsync(stop);
                rooms.Wake();
                return TypedResults.Redirect($"/newsroom/articles/{id}/check");
            }
        }
        catch (Exception stale) when (stale is StaleRevisionException or DbUpdateException)
        {
            newspaper.ChangeTracker.Clear();
            if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } fresh) return TypedResults.NotFound();
            article = fresh;
        }
        return await CheckStory.PageAsync(article, new Problems().Add(Text.T("check.fix.gone")), desk, newspaper, stop);
    }

    private static Finding? Meant(IReadOnlyList<Finding> found, IFormCollection form) => !int.TryParse(form["start"], CultureInfo.InvariantCulture, out var start) ? null
        : found.FirstOrDefault(one => one.Fix is not null && one.Rule == form["rule"] && one.Block == form["block"] && one.Start == start);
}
