using Broadsheet.Accounts;
using Broadsheet.Paper;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.RedirectDesk;

public sealed record RedirectView(Redirect Redirect, RedirectForm Form, Problems Problems);

/// <summary>GET, POST /newsroom/redirects/7</summary>
public static class EditRedirect
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/redirects/{id:long}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/redirects/{id:long}", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Redirects.FindAsync([id], stop) is { } redirect ? Page.Of<EditRedirectPage, RedirectView>(new(redirect, RedirectForm.Of(redirect), Problems.None)) : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, RedirectRules rules, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Redirects.FindAsync([id], stop) is not { } redirect) return TypedResults.NotFound();

        var (form, problems) = (RedirectForm.Read(fields), new Problems());
        if (form.Paths(origin.Origin, problems) is not var (from, to) || await rules.CheckAsync(from, to, id, problems, stop) is not { } end)
            return Page.Of<EditRedirectPage, RedirectView>(new(redirect, form, problems), StatusCodes.Status422UnprocessableEntity);

        await newspaper.WriteAsync(() => rules.SaveAsync(redirect, from, end, form.IsPassing, clock.GetUtcNow(), stop), stop);
        return TypedResults.Redirect("/newsroom/redirects");
    }
}
