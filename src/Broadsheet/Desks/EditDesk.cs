using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Desks;

/// <param name="Desk">Null while it is being made.</param>
public sealed record EditDeskView(Desk? Desk, DeskForm Form, DeskChoices Choices, Problems Problems, IReadOnlyList<StaleText>? Stale = null);

/// <summary>GET, POST /newsroom/desks/3. Who works there counts from their next request on.</summary>
public static class EditDesk
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/desks/{id:long}", Get).Requires(Permission.ArrangeDesks);
        newsroom.MapPost("/desks/{id:long}", Post).Requires(Permission.ArrangeDesks);
        newsroom.MapPost("/desks/{id:long}/removal", PostRemoval).Requires(Permission.ArrangeDesks);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await FindAsync(id, newspaper, stop) is { } desk ? await AnswerAsync(desk, DeskForm.Of(desk), newspaper, Problems.None, stop) : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, newspaper, stop) is not { } desk) return TypedResults.NotFound();
        var form = DeskForm.Read(fields);
        if (form.Revision != desk.Revision) return await StaleAsync(desk, form, newspaper, stop);
        var problems = form.Check();
        if (problems.Any) return await AnswerAsync(desk, form, newspaper, problems, stop, StatusCodes.Status422UnprocessableEntity);

        try
        {
            form.WriteTo(desk, await DeskChoices.LoadAsync(newspaper, stop));
            newspaper.Audit(staff, "desk-changed", $"desk/{desk.PublicId}", desk.Name, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await FindAsync(id, newspaper, stop) is { } now ? await StaleAsync(now, form, newspaper, stop) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/desks");
    }

    /// <summary>Its stories stay with those who wrote them.</summary>
    internal static async Task<IResult> PostRemoval(long id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, newspaper, stop) is not { } desk) return TypedResults.NotFound();
        newspaper.Desks.Remove(desk);
        newspaper.Audit(staff, "desk-removed", $"desk/{desk.PublicId}", desk.Name, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/desks");
    }

    internal static async Task<IResult> AnswerAsync(
        Desk? desk, DeskForm form, Newspaper newspaper, Problems problems, CancellationToken stop, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null) =>
        Page.Of<EditDeskPage, EditDeskView>(new(desk, form, await DeskChoices.LoadAsync(newspaper, stop), problems, stale), status);

    private static async Task<IResult> StaleAsync(Desk theirs, DeskForm form, Newspaper newspaper, CancellationToken stop) => await AnswerAsync(
        theirs, form with { Revision = theirs.Revision }, newspaper, new Problems().Add(Text.T("stale.title")), stop,
        StatusCodes.Status409Conflict, form.Against(theirs, await DeskChoices.LoadAsync(newspaper, stop)));

    private static Task<Desk?> FindAsync(long id, Newspaper newspaper, CancellationToken stop) =>
        newspaper.Desks.Include(desk => desk.Members).Include(desk => desk.Sections).AsSplitQuery().SingleOrDefaultAsync(desk => desk.Id == id, stop);
}
