using Broadsheet.Accounts;
using Broadsheet.Paper;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.RedirectDesk.Missed;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.RedirectDesk;

/// <param name="Words">What is looked for in the addresses.</param>
/// <param name="HasMore">There are more than are shown.</param>
public sealed record RedirectListView(IReadOnlyList<Redirect> Redirects, bool HasMore, string Words, RedirectForm Form, Problems Problems);

/// <summary>GET, POST /newsroom/redirects; POST /newsroom/redirects/7/removal.</summary>
public static class ListRedirects
{
    private const int Length = 100;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/redirects", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/redirects", Post).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/redirects/{id:long}/removal", Remove).Requires(Permission.ArrangePaper);
    }

    internal static Task<IResult> Get(string? words, Newspaper newspaper, CancellationToken stop) => AnswerAsync(words, RedirectForm.Empty, Problems.None, newspaper, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, RedirectRules rules, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        var (form, problems) = (RedirectForm.Read(fields), new Problems());
        if (form.Paths(origin.Origin, problems) is not var (from, to) || await rules.CheckAsync(from, to, null, problems, stop) is not { } end)
            return await AnswerAsync(null, form, problems, newspaper, StatusCodes.Status422UnprocessableEntity, stop);

        await newspaper.WriteAsync(() => rules.SaveAsync(null, from, end, form.IsPassing, clock.GetUtcNow(), stop), stop);
        return TypedResults.Redirect(fields["Back"] == "missed" ? ListMissed.Path : "/newsroom/redirects");
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
        return Page.Of<ListRedirectsPage, RedirectListView>(new([.. found.Take(Length)], found.Count > Length, sought, form, problems), status);
    }
}
