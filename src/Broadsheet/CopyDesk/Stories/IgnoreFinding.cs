using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.CopyDesk.House;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.Stories;

/// <summary>
/// POST /newsroom/articles/7/check/ignored: keeps a finding quiet, because; …/ignored/12/removal heeds it again; …/check/fixes
/// counts one that was taken. The text itself is changed by whoever writes it.
/// </summary>
public static class IgnoreFinding
{
    private const int MostBecause = 500;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/articles/{id:long}/check/ignored", Post).Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/check/ignored/{note:long}/removal", Heed).Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/check/fixes", Take).Requires(Permission.WriteArticles);
    }

    internal static async Task<IResult> Post(long id, HttpRequest request, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is null) return TypedResults.NotFound();
        var form = await request.ReadFormAsync(stop);
        var because = form["because"].ToString().Trim();
        if (because.Length is 0 or > MostBecause) throw new RefusalException(Text.T("check.because.missing"), StatusCodes.Status422UnprocessableEntity);

        await newspaper.WriteAsync(async () =>
        {
            var note = await NoteAsync(id, form, newspaper, clock, stop);
            note.Ignore(because, staff.By, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return Answer(request, id);
    }

    internal static async Task<IResult> Heed(long id, long note, HttpRequest request, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is null || await newspaper.CopyNotes.SingleOrDefaultAsync(row => row.Id == note && row.ArticleId == id, stop) is not { } found) return TypedResults.NotFound();
        found.HeedAgain();
        await newspaper.SaveChangesAsync(stop);
        return Answer(request, id);
    }

    internal static async Task<IResult> Take(long id, HttpRequest request, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is null) return TypedResults.NotFound();
        var form = await request.ReadFormAsync(stop);
        await newspaper.WriteAsync(async () =>
        {
            (await NoteAsync(id, form, newspaper, clock, stop)).TakenAt = clock.GetUtcNow();
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.NoContent();
    }

    private static async Task<CopyNote> NoteAsync(long article, IFormCollection form, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var (rule, block, words) = (form["rule"].ToString(), form["block"].ToString(), CopyNote.Shortened(form["words"].ToString()));
        if (rule.Length is 0 or > 100 || block.Length is 0 or > 100) throw new RefusalException(Text.T("check.unknown"), StatusCodes.Status422UnprocessableEntity);
        if (await newspaper.CopyNotes.SingleOrDefaultAsync(row => row.ArticleId == article && row.Rule == rule && row.Block == block && row.Words == words, stop) is { } known) return known;

        var note = new CopyNote(article, rule, block, words, clock.GetUtcNow());
        newspaper.CopyNotes.Add(note);
        return note;
    }

    private static IResult Answer(HttpRequest request, long id) =>
        request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal) ? TypedResults.NoContent() : TypedResults.Redirect($"/newsroom/articles/{id}/check");
}
