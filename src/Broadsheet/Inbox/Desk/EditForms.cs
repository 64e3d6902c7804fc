using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Inbox.Desk;

/// <param name="Open">Which forms stand open or were ticked, by edition.</param>
public sealed record EditFormsView(IReadOnlyList<Edition> Editions, IReadOnlyDictionary<long, ReaderForms> Open, long Revision, Problems Problems);

/// <summary>GET, POST /newsroom/forms: by which forms readers of each edition can write in.</summary>
public static class EditForms
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/forms", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/forms", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var editions = await EditionsAsync(newspaper, stop);
        var (open, revision) = await newspaper.SettingsOfAsync<ReaderForms>(editions, stop);
        return Page.Of<EditFormsPage, EditFormsView>(new(editions, open, revision, Problems.None));
    }

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var editions = await EditionsAsync(newspaper, stop);
        var asked = editions.ToDictionary(edition => edition.Id, edition => ReaderForms.Of([.. fields[FieldOf(edition)].OfType<string>()]));
        var found = await newspaper.ChooseAsync(editions, asked, fields["Revision"], staff.By, clock.GetUtcNow(), stop);
        return found is not { } stale ? Results.Redirect("/newsroom/forms")
            : Page.Of<EditFormsPage, EditFormsView>(new(editions, asked, stale, new Problems().Add(Text.T("stale.title"))), StatusCodes.Status409Conflict);
    }

    internal static string FieldOf(Edition edition) => string.Create(CultureInfo.InvariantCulture, $"Open-{edition.Id}");

    private static Task<List<Edition>> EditionsAsync(Newspaper newspaper, CancellationToken stop) => newspaper.AllEditionsAsync(stop);
}
