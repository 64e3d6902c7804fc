using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Desks;

/// <summary>GET /newsroom/desks/new; POST /newsroom/desks.</summary>
public static class MakeDesk
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/desks/new", Get).Requires(Permission.ArrangeDesks);
        newsroom.MapPost("/desks", Post).Requires(Permission.ArrangeDesks);
    }

    internal static Task<IResult> Get(Newspaper newspaper, CancellationToken stop) => EditDesk.AnswerAsync(null, DeskForm.Empty, newspaper, Problems.None, stop);

    internal static async Task<IResult> Post(IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var form = DeskForm.Read(fields);
        var problems = form.Check();
        if (problems.Any) return await EditDesk.AnswerAsync(null, form, newspaper, problems, stop, StatusCodes.Status422UnprocessableEntity);

        var desk = new Desk(form.Name);
        form.WriteTo(desk, await DeskChoices.LoadAsync(newspaper, stop));
        newspaper.Desks.Add(desk);
        newspaper.Audit(staff, "desk-made", $"desk/{desk.PublicId}", desk.Name, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/desks");
    }
}
