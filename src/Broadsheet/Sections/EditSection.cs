using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sections;

/// <param name="Section">Null while it is being made.</param>
public sealed record EditSectionView(Edition Edition, Section? Section, SectionForm Form, Problems Problems, IReadOnlyList<StaleText>? Stale = null);

/// <summary>GET, POST /newsroom/sections/7. A changed slug takes the addresses of all its stories along.</summary>
public static class EditSection
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/sections/{id:long}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/sections/{id:long}", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Sections.FindAsync([id], stop) is { } section
            ? Answer(await EditionOf(section, newspaper, stop), section, SectionForm.Of(section), Problems.None)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, FirstSegments segments, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Sections.FindAsync([id], stop) is not { } section) return TypedResults.NotFound();
        var (edition, form) = (await EditionOf(section, newspaper, stop), SectionForm.Read(fields));
        if (form.Revision != section.Revision) return Stale(edition, section, form);

        var problems = await form.CheckAsync(section.EditionId, section.PublicId, segments, stop);
        if (problems.Any) return Answer(edition, section, form, problems, StatusCodes.Status422UnprocessableEntity);

        try
        {
            await newspaper.WriteAsync(async () =>
            {
                var old = edition.PathOf($"/{section.Slug}");
                section.Change(form.Name, form.Address, form.Description);
                await newspaper.SaveChangesAsync(stop);
                await newspaper.RedirectAsync(old, edition.PathOf($"/{section.Slug}"), clock.GetUtcNow(), isPrefix: true, stop);
            }, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Sections.FindAsync([id], stop) is { } now ? Stale(edition, now, form) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/sections");
    }

    internal static RazorComponentResult Answer(
        Edition edition, Section? section, SectionForm form, Problems problems, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null) =>
        Page.Of<EditSectionPage, EditSectionView>(new(edition, section, form, problems, stale), status);

    private static RazorComponentResult Stale(Edition edition, Section theirs, SectionForm form) => Answer(
        edition, theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, form.Against(theirs));

    private static Task<Edition> EditionOf(Section section, Newspaper newspaper, CancellationToken stop) =>
        newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == section.EditionId, stop);
}
