using Broadsheet.Accounts;
using Broadsheet.Paper;
using Broadsheet.Paper.Press;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Redirects;

/// <param name="Words">What is looked for in the addresses.</param>
/// <param name="HasMore">There are more than are shown.</param>
public sealed record RedirectListView(IReadOnlyList<Redirect> Redirects, bool HasMore, string Words, RedirectForm Form, Problems Problems);

/// <summary>GET, POST /newsroom/redirects; POST /newsroom/redirects/7/removal.</summary>
public static class EditRedirects
{
    private const int Length = 100;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/redirects", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/redirects", Post).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/redirects/{id:long}/removal", Remove).Requires(Permission.ArrangePaper);
    }

    internal static Task<IResult> Get(string? words, Newspaper newspaper, CancellationToken stop) => AnswerAsync(words, RedirectForm.Empty, Problems.None, newspaper, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, PaperOrigin origin, PagePress press, TimeProvider clock, CancellationToken stop)
    {
        var form = RedirectForm.Read(fields);
        var problems = await form.CheckAsync(origin.Origin, press, newspaper, stop);
        if (problems.Any) return await AnswerAsync(null, form, problems, newspaper, StatusCodes.Status422UnprocessableEntity, stop);

        var (from, to) = (RedirectForm.PathOf(form.From, origin.Origin)!, RedirectForm.PathOf(form.To, origin.Origin)!);
        await newspaper.WriteAsync(async () => await newspaper.RedirectAsync(from, await newspaper.NewAddressAsync(to, stop) ?? to, clock.GetUtcNow(), stop: stop), stop);
        return TypedResults.Redirect("/newsroom/redirects");
    }

    internal static async Task<Results<RedirectHttpResult, NotFound>> Remove(long id, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Redirects.FindAsync([id], stop) is not { } redirect) return TypedResults.NotFound();

        newspaper.Redirects.Remove(redirect);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/redirects");
    }

    private static async Task<IResult> AnswerAsync(string? words, RedirectForm form, Problems problems, Newspaper newspaper, int status, CancellationToken stop)
    {
        var sought = (words ?? "").Trim();
        var found = await newspaper.Redirects.AsNoTracking().Where(row => sought == "" || row.From.Contains(sought) || row.To.Contains(sought))
            .OrderByDescending(row => row.MadeAt).ThenByDescending(row => row.Id).Take(Length + 1).ToListAsync(stop);
        return Page.Of<EditRedirectsPage, RedirectListView>(new([.. found.Take(Length)], found.Count > Length, sought, form, problems), status);
    }
}
