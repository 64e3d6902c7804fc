using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters;

/// <summary>What the second form carries: all of the first, and the words that are agreed to.</summary>
/// <param name="Id">Sent twice, it is one request.</param>
/// <param name="Message">The message whose form it was; null: none, and none is guessed.</param>
public sealed record AgreedForm(Guid Id, string Address, IReadOnlyList<long> Newsletters, string Page, string Text, Guid? Message = null);

/// <summary>
/// POST /by-mail: the form on a stored page. It does nothing but draw a page that is not stored, whose form says what exactly is agreed to and carries
/// the time; that one sends the mail (<see cref="RequestNewsletters"/>).
/// </summary>
public static class AskForNewsletters
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost("/by-mail", Post);

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, SignedForms forms, Doorsteps doorsteps, ReaderWords words, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (!http.Request.IsSentFromHere) return doorsteps.Say(edition, "by-mail.elsewhere", StatusCodes.Status403Forbidden, ("newsletters.title", "./newsletters"));

        var offered = await newspaper.Newsletters.Offered(edition.Id).ToListAsync(stop);
        var (typed, named) = (fields["address"].ToString(), fields["newsletter"].ToHashSet());
        var chosen = offered.Where(row => named.Contains(row.PublicId.ToString())).ToList();
        var page = PageOf(fields["page"].ToString(), origin);
        var problem = ReaderAddress.Read(typed) is null ? "form.address" : chosen.Count == 0 ? "newsletters.problem.none" : "";
        if (problem.Length > 0)
        {
            return ReadNewsletters.Again(edition, words, origin, new([.. offered.Select(row => new NewsletterView(row, chosen.Contains(row), edition.ForPaper()))])
            {
                Address = typed,
                Problem = words.Say(edition.ForPaper(), problem),
                Page = page,
            });
        }
        var address = ReaderAddress.Read(typed)!.Typed;
        return Show(edition, doorsteps, forms, new(Guid.CreateVersion7(), address, [.. chosen.Select(row => row.Id)], page, TextFor(edition, doorsteps, chosen, address), Guid.TryParse(fields["message"], out var message) ? message : null), chosen, "");
    }

    /// <summary>The second form, with what it stands for.</summary>
    internal static IResult Show(Edition edition, Doorsteps doorsteps, SignedForms forms, AgreedForm form, IEnumerable<Newsletter> chosen, string problem, string? signed = null) => doorsteps.Show(edition, new DoorstepView
    {
        Title = doorsteps.Say(edition, "by-mail.agree.title"),
        Lines = [.. chosen.Select(row => row.Name)],
        Text = form.Text,
        Problem = problem.Length == 0 ? "" : doorsteps.Say(edition, problem),
        Action = edition.ForPaper().Personal("/by-mail/request"),
        Fields = [new("form", signed ?? forms.Sign(form))],
        Button = doorsteps.Say(edition, "by-mail.agree.button"),
        Note = doorsteps.Say(edition, "by-mail.agree.note"),
        Href = edition.PathOf("/newsletters"),
        Link = doorsteps.Say(edition, "by-mail.agree.back"),
    }, problem.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static string TextFor(Edition edition, Doorsteps doorsteps, IReadOnlyList<Newsletter> chosen, string address) =>
        doorsteps.Say(edition, "by-mail.agree.text", ("address", address), ("newsletters", string.Join(doorsteps.Say(edition, "list.comma"), chosen.Select(row => row.Name))));

    // Whoever sends a form can write anything here: it is kept as where she says she was, and no longer than that needs.
    private static string PageOf(string sent, PaperOrigin origin)
    {
        var path = sent.StartsWith(origin.Origin + "/", StringComparison.Ordinal) ? sent[origin.Origin.Length..] : sent;
        return path.StartsWith('/') && path.Length <= Consent.LongestPage && !path.Any(char.IsControl) ? path : "";
    }
}
