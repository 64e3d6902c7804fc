using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters;

/// <summary>GET /by-mail/confirmation?key=… asks and changes nothing, as mail scanners come here first; POST subscribes.</summary>
public static class ConfirmNewsletters
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/by-mail/confirmation", ["GET", "HEAD"], Get);
        pages.MapPost("/by-mail/confirmation", Post);
    }

    internal static async Task<IResult> Get(string? key, HttpContext http, Newspaper newspaper, SignUp signUp, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (await signUp.FindAsync(key, clock.GetUtcNow(), stop) is not { } request) return Over(edition, doorsteps);

        return doorsteps.Show(edition, new DoorstepView
        {
            Title = doorsteps.Say(edition, "by-mail.confirm.title"),
            Lines = await newspaper.Newsletters.Where(row => request.Newsletters.Contains(row.Id)).OrderBy(row => row.Position).Select(row => row.Name).ToListAsync(stop),
            Text = request.Text,
            Action = edition.ForPaper().Personal("/by-mail/confirmation"),
            Fields = [new("key", key!)],
            Button = doorsteps.Say(edition, "by-mail.confirm.button"),
            Note = doorsteps.Say(edition, "by-mail.confirm.note"),
        });
    }

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, SignUp signUp, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        var now = clock.GetUtcNow();
        return http.Request.IsSentFromHere && await signUp.FindAsync(fields["key"], now, stop) is { } request && await signUp.ConfirmAsync(request, now, stop)
            ? doorsteps.Say(edition, "by-mail.done", StatusCodes.Status200OK, "l", ("account.title", "/account"))
            : Over(edition, doorsteps);
    }

    private static IResult Over(Edition edition, Doorsteps doorsteps) => doorsteps.Say(edition, "by-mail.over", StatusCodes.Status410Gone, ("newsletters.title", "./newsletters"));
}
