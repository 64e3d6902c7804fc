using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <param name="Newsletter">Null while it is being made.</param>
public sealed record EditNewsletterView(Edition Edition, Newsletter? Newsletter, NewsletterForm Form, Problems Problems, IReadOnlyList<StaleText>? Stale = null);

/// <summary>GET, POST /newsroom/newsletters/7; GET /newsroom/newsletters/new?edition=1, POST /newsroom/newsletters.</summary>
public static class EditNewsletter
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/newsletters/{id:long}", Get).Requires(Permission.RunNewsletters);
        newsroom.MapPost("/newsletters/{id:long}", Post).Requires(Permission.RunNewsletters);
        newsroom.MapGet("/newsletters/new", GetNew).Requires(Permission.RunNewsletters);
        newsroom.MapPost("/newsletters", PostNew).Requires(Permission.RunNewsletters);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Newsletters.FindAsync([id], stop) is { } row
            ? Answer(await newspaper.Editions.AsNoTracking().SingleAsync(one => one.Id == row.EditionId, stop), row, NewsletterForm.Of(row), Problems.None)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Newsletters.FindAsync([id], stop) is not { } row) return TypedResults.NotFound();
        var (edition, form) = (await newspaper.Editions.AsNoTracking().SingleAsync(one => one.Id == row.EditionId, stop), NewsletterForm.Read(fields));
        if (form.Revision != row.Revision) return Stale(edition, row, form);

        var problems = await form.CheckAsync(row.EditionId, row.Id, newspaper, stop);
        if (problems.Any) return Answer(edition, row, form, problems, StatusCodes.Status422UnprocessableEntity);
        try
        {
            form.Fill(row);
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Newsletters.FindAsync([id], stop) is { } now ? Stale(edition, now, form) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/newsletters");
    }

    internal static async Task<IResult> GetNew(long? edition, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is { } found
            ? Answer(found, null, NewsletterForm.Empty, Problems.None)
            : TypedResults.NotFound();

    internal static async Task<IResult> PostNew(IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (!long.TryParse(fields["Edition"], out var id) || await newspaper.Editions.FindAsync([id], stop) is not { } edition) return TypedResults.NotFound();

        var form = NewsletterForm.Read(fields);
        return await newspaper.WriteAsync<IResult>(async () =>
        {
            var problems = await form.CheckAsync(edition.Id, null, newspaper, stop);
            if (problems.Any) return Answer(edition, null, form, problems, StatusCodes.Status422UnprocessableEntity);

            var row = new Newsletter(edition.Id, form.Name, form.Address, 0);
            form.Fill(row);
            newspaper.Newsletters.Add(row);
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/newsletters");
        }, stop);
    }

    private static RazorComponentResult Answer(
        Edition edition, Newsletter? row, NewsletterForm form, Problems problems, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null) =>
        Page.Of<EditNewsletterPage, EditNewsletterView>(new(edition, row, form, problems, stale), status);

    private static RazorComponentResult Stale(Edition edition, Newsletter theirs, NewsletterForm form) => Answer(
        edition, theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, form.Against(theirs));
}
