using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pages;

/// <summary>GET /newsroom/pages/new?edition=1&amp;slug=support; POST /newsroom/pages.</summary>
public static class MakePage
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/pages/new", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/pages", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long? edition, string? slug, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is { } found
            ? await EditPage.AnswerAsync(found, null, PageForm.Empty with { Slug = slug ?? "" }, Problems.None, newspaper, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, FirstSegments segments, CancellationToken stop)
    {
        if (!long.TryParse(fields["Edition"], out var id) || await newspaper.Editions.FindAsync([id], stop) is not { } edition) return TypedResults.NotFound();

        var form = PageForm.Read(fields);
        return await newspaper.WriteAsync(async () =>
        {
            var problems = await form.CheckAsync(edition.Id, null, segments, stop);
            if (problems.Any) return await EditPage.AnswerAsync(edition, null, form, problems, newspaper, stop, StatusCodes.Status422UnprocessableEntity);

            var page = new PlainPage(edition.Id, form.Title, form.Address);
            form.WriteTo(page);
            newspaper.Pages.Add(page);
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/pages");
        }, stop);
    }
}
