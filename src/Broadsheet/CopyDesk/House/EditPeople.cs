using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.House;

/// <param name="Person">Whom the form changes; null adds one.</param>
public sealed record PeopleView(IReadOnlyList<PersonEntry> People, PersonEntry? Person, PersonForm Form, Problems Problems);

/// <summary>A person as typed.</summary>
public sealed record PersonForm(string Name, string Family, string Role, string Wrong, long Revision = 0)
{
    public static PersonForm Empty { get; } = new("", "", "", "");

    public static PersonForm Of(PersonEntry person) => new(person.Name, person.Family, person.Role, person.Wrong, person.Revision);

    public static PersonForm Read(IFormCollection form) => new(
        form["Name"].ToString().Trim(), form["Family"].ToString().Trim(), form["Role"].ToString().Trim(), form["Wrong"].ToString().Trim(),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);
}

/// <summary>GET, POST /newsroom/house-style/people and …/people/7; POST …/people/7/removal.</summary>
public static class EditPeople
{
    private const string Here = "/newsroom/house-style/people";

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/house-style/people", List).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/house-style/people", Add).Requires(Permission.ArrangePaper);
        newsroom.MapGet("/house-style/people/{id:long}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/house-style/people/{id:long}", Post).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/house-style/people/{id:long}/removal", Remove).Requires(Permission.ArrangePaper);
    }

    internal static Task<IResult> List(Newspaper newspaper, CancellationToken stop) => AnswerAsync(null, PersonForm.Empty, Problems.None, newspaper, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> Add(IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        var form = PersonForm.Read(fields);
        var problems = await CheckAsync(form, null, newspaper, stop);
        if (problems.Any) return await AnswerAsync(null, form, problems, newspaper, StatusCodes.Status422UnprocessableEntity, stop);

        newspaper.HousePeople.Add(new(form.Name, form.Family, form.Role, form.Wrong));
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect(Here);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.HousePeople.FindAsync([id], stop) is { } person ? await AnswerAsync(person, PersonForm.Of(person), Problems.None, newspaper, StatusCodes.Status200OK, stop) : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.HousePeople.FindAsync([id], stop) is not { } person) return TypedResults.NotFound();
        var form = PersonForm.Read(fields);
        if (form.Revision != person.Revision)
            return await AnswerAsync(person, form with { Revision = person.Revision }, new Problems().Add(Text.T("stale.title")), newspaper, StatusCodes.Status409Conflict, stop);
        var problems = await CheckAsync(form, id, newspaper, stop);
        if (problems.Any) return await AnswerAsync(person, form, problems, newspaper, StatusCodes.Status422UnprocessableEntity, stop);

        person.Change(form.Name, form.Family, form.Role, form.Wrong);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect(Here);
    }

    internal static async Task<Results<RedirectHttpResult, NotFound>> Remove(long id, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.HousePeople.FindAsync([id], stop) is not { } person) return TypedResults.NotFound();
        newspaper.HousePeople.Remove(person);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect(Here);
    }

    private static async Task<Problems> CheckAsync(PersonForm form, long? self, Newspaper newspaper, CancellationToken stop)
    {
        var problems = new Problems();
        if (!form.Name.Contains(' ', StringComparison.Ordinal)) problems.Add(nameof(form.Name), Text.T("people.problem.name"));
        else if (await newspaper.HousePeople.AnyAsync(row => row.Name == form.Name && row.Id != self, stop)) problems.Add(nameof(form.Name), Text.T("people.problem.known"));
        if (form.Family.Length > 0 && !form.Name.Split(' ').Contains(form.Family)) problems.Add(nameof(form.Family), Text.T("people.problem.family"));
        return problems;
    }

    private static async Task<IResult> AnswerAsync(PersonEntry? person, PersonForm form, Problems problems, Newspaper newspaper, int status, CancellationToken stop) =>
        Page.Of<EditPeoplePage, PeopleView>(new(await newspaper.HousePeople.AsNoTracking().OrderBy(row => row.Name).ToListAsync(stop), person, form, problems), status);
}
