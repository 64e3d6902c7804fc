using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Articles.History;

/// <summary>
/// POST /newsroom/articles/7/versions/3/restoration: the old content becomes the draft. It names the revision it was asked from, and
/// what stood in the draft is kept as a version first, so that nothing is overwritten unseen. Readers see what they saw.
/// </summary>
public static class RestoreVersion
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/versions/{number:int}/restoration", Post).DemandsRevision().Requires(Permission.WriteArticles);

    internal static async Task<IResult> Post(long id, int number, IFormCollection form, Staff staff, Newspaper newspaper, Publication publication, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        if (await VersionPoint.FindAsync(number.ToString(CultureInfo.InvariantCulture), article, newspaper, stop) is not { } version) return Results.NotFound();

        try
        {
            if (!long.TryParse(form["revision"], CultureInfo.InvariantCulture, out var revision)) throw new ArticleException(Text.T("article.noRevision"));
            if (revision != article.Draft.Revision) throw new ArticleException(Text.T("article.staleAct"));
            if (version.Content is not { } content) throw new ArticleException(Text.T("history.restore.gone"));
            await publication.RestoreAsync(article, content, number, revision, staff.By, stop);
        }
        catch (ArticleException refusal)
        {
            newspaper.ChangeTracker.Clear();
            article = (await newspaper.Articles.ForEditingAsync(id, staff, stop))!;
            return Page.Of<HistoryPage, HistoryView>(await ShowHistory.ViewAsync(article, new Problems().Add(refusal.Message), newspaper, stop), refusal.Status);
        }
        return Results.Redirect($"/newsroom/articles/{id}");
    }
}
