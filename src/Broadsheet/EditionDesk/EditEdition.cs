using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.EditionDesk;

/// <param name="Edition">Null while it is being made.</param>
public sealed record EditEditionView(Edition? Edition, EditionForm Form, Problems Problems, IReadOnlyList<StaleText>? Stale = null);

/// <summary>GET, POST /newsroom/editions/7</summary>
public static class EditEdition
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/editions/{id:long}", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/editions/{id:long}", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Editions.FindAsync([id], stop) is { } edition ? Answer(edition, EditionForm.Of(edition), Problems.None) : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Editions.FindAsync([id], stop) is not { } edition) return TypedResults.NotFound();
        var form = EditionForm.Read(fields);
        if (form.Revision != edition.Revision) return Stale(edition, form);
        if (form.Check() is { Any: true } problems) return Answer(edition, form, problems, StatusCodes.Status422UnprocessableEntity);

        try
        {
            edition.Change(form.Name, form.Tagline, form.Language, form.TimeZone);
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Editions.FindAsync([id], stop) is { } now ? Stale(now, form) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/editions");
    }

    internal static RazorComponentResult Answer(Edition? edition, EditionForm form, Problems problems, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null) =>
        Page.Of<EditEditionPage, EditEditionView>(new(edition, form, problems, stale), status);

    private static RazorComponentResult Stale(Edition theirs, EditionForm form) => Answer(
        theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, form.Against(theirs));
}
