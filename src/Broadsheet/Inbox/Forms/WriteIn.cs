using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Inbox.Forms;

/// <summary>
/// GET /write/letter?story=…&amp;edition=he draws a form that is never stored, since it carries the time at which it was drawn; POST takes what was
/// written. Whoever sends a tip is not looked at: neither her session nor her address leaves this request.
/// </summary>
public static class WriteIn
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/write/{kind}", ["GET", "HEAD"], Get);
        pages.MapPost("/write/{kind}", Post).WithMetadata(new RequestSizeLimitAttribute(InboxStore.RequestBytes)).WithFormOptions(multipartBodyLengthLimit: InboxStore.RequestBytes);
    }

    internal static async Task<IResult> Get(string kind, string? story, HttpContext http, Newspaper newspaper, WritePage page, Doorsteps doorsteps, CancellationToken stop)
    {
        if (http.Edition is not { } edition || MessageKinds.Find(kind) is not { } asked) return Results.NotFound();
        if (!(await newspaper.SettingOfAsync<ReaderForms>(edition.Id, stop)).Value.IsOpen(asked)) return Closed(edition, doorsteps);
        return page.Show(edition, asked, WrittenForm.Empty(story ?? ""), asked is MessageKind.Error or MessageKind.Letter ? await page.StoryAsync(story, edition, stop) : null, []);
    }

    internal static async Task<IResult> Post(
        string kind, HttpContext http, Newspaper newspaper, WritePage page, TakeMessage taking, WriteBrakes brakes, SignedForms forms, Doorsteps doorsteps, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition || MessageKinds.Find(kind) is not { } asked) return Results.NotFound();
        if (!(await newspaper.SettingOfAsync<ReaderForms>(edition.Id, stop)).Value.IsOpen(asked)) return Closed(edition, doorsteps);

        // Looked at before the body is read, which for a tip may be long.
        var (now, from) = (clock.GetUtcNow(), http.Connection.RemoteIpAddress);
        if (asked == MessageKind.Tip && !brakes.LetsTipPass(from)) return Hold(edition, doorsteps, http, 600);
        if (asked != MessageKind.Tip && await brakes.FindAsync(from, now, stop) is { } full) return doorsteps.Hold(http, edition, full, now, "write.held");
        if (await FieldsAsync(http, stop) is not { } fields) return doorsteps.Say(edition, "write.heavy", StatusCodes.Status413PayloadTooLarge);

        var form = WrittenForm.Of(fields) with { ConsentText = page.ConsentIn(edition) };
        var story = asked is MessageKind.Error or MessageKind.Letter ? await page.StoryAsync(form.Story, edition, stop) : null;
        var (state, signed) = http.Request.IsSentFromHere ? forms.Open<WriteSigned>(fields["form"]) : default;
        if (signed is null || state is FormState.Unknown or FormState.TooLate) return page.Show(edition, asked, form, story, [("form", "form.too-late")]);
        if (state == FormState.TooSoon) return page.Show(edition, asked, form, story, [("form", "form.too-soon")], fields["form"]);

        var sent = asked == MessageKind.Tip ? fields.Files.Where(file => file.Length > 0).ToList() : [];
        var problems = form.Problems(asked, sent.Count > 0).Concat(await taking.ProblemsAsync(sent, stop)).ToList();
        if (problems.Count > 0 && sent.Count > 0) problems.Add(("files", "write.problem.again"));
        if (problems.Count > 0) return page.Show(edition, asked, form, story, problems, fields["form"]);

        return await taking.TakeAsync(new InboxMessage(signed.Id, asked, edition.Id, form, story?.ArticleId, now, edition.ForPaper().Zone), sent, from, now, stop) is { } held
            ? doorsteps.Hold(http, edition, held, now, "write.held")
            : Thank(edition, asked, story, doorsteps);
    }

    private static async Task<IFormCollection?> FieldsAsync(HttpContext http, CancellationToken stop)
    {
        try
        {
            return await http.Request.ReadFormAsync(stop);
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static IResult Closed(Edition edition, Doorsteps doorsteps) => doorsteps.Say(edition, "write.closed", StatusCodes.Status404NotFound, ("frame.front-page", "./"));

    private static IResult Hold(Edition edition, Doorsteps doorsteps, HttpContext http, int seconds)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return doorsteps.Say(edition, "write.held.network", StatusCodes.Status429TooManyRequests, null, ("minutes", seconds / 60));
    }

    private static IResult Thank(Edition edition, MessageKind kind, StoryView? story, Doorsteps doorsteps) => doorsteps.Show(edition, new DoorstepView
    {
        Title = doorsteps.Say(edition, "write.sent.title"),
        Text = doorsteps.Say(edition, $"write.{MessageKinds.NameOf(kind)}.sent"),
        Href = story?.Href ?? edition.PathOf("/"),
        Link = story?.Headline ?? doorsteps.Say(edition, "frame.front-page"),
    });
}
