using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Syndication.Republication;

/// <param name="Terms">By edition, as they stand or were typed.</param>
public sealed record EditRepublicationView(IReadOnlyList<Edition> Editions, IReadOnlyDictionary<long, RepublicationTerms> Terms, long Revision, Problems Problems);

/// <summary>GET, POST /newsroom/republication: on what terms others may print an edition's stories.</summary>
public static class EditRepublication
{
    internal const int LongestName = 200, LongestConditions = 4000;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/republication", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/republication", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var editions = await EditionsAsync(newspaper, stop);
        var (terms, revision) = await newspaper.SettingsOfAsync<RepublicationTerms>(editions, stop);
        return Page.Of<EditRepublicationPage, EditRepublicationView>(new(editions, terms, revision, Problems.None));
    }

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var editions = await EditionsAsync(newspaper, stop);
        var asked = editions.ToDictionary(edition => edition.Id, edition => Read(fields, edition));
        var problems = new Problems();
        foreach (var edition in editions)
        {
            var terms = asked[edition.Id];
            if (terms is { Licence: RepublicationLicence.Own, OwnName.Length: 0 }) problems.Add(FieldOf("OwnName", edition), Text.T("republication.problem.name"));
            if (terms.OwnName.Length > LongestName || terms.Conditions.Length > LongestConditions) problems.Add(FieldOf("Conditions", edition), Text.T("republication.problem.long"));
        }
        if (problems.Any) return Page.Of<EditRepublicationPage, EditRepublicationView>(new(editions, asked, long.TryParse(fields["Revision"], CultureInfo.InvariantCulture, out var seen) ? seen : 0, problems), StatusCodes.Status422UnprocessableEntity);

        var found = await newspaper.ChooseAsync(editions, asked, fields["Revision"], staff.By, clock.GetUtcNow(), stop);
        return found is not { } stale ? Results.Redirect("/newsroom/republication")
            : Page.Of<EditRepublicationPage, EditRepublicationView>(new(editions, asked, stale, new Problems().Add(Text.T("stale.title"))), StatusCodes.Status409Conflict);
    }

    internal static string FieldOf(string name, Edition edition) => string.Create(CultureInfo.InvariantCulture, $"{name}-{edition.Id}");

    private static RepublicationTerms Read(IFormCollection fields, Edition edition) => new()
    {
        Licence = Enum.TryParse<RepublicationLicence>(fields[FieldOf("Licence", edition)], out var licence) && Enum.IsDefined(licence) ? licence : RepublicationLicence.None,
        OwnName = fields[FieldOf("OwnName", edition)].ToString().Trim(),
        Conditions = fields[FieldOf("Conditions", edition)].ToString().ReplaceLineEndings("\n").Trim(),
    };

    private static Task<List<Edition>> EditionsAsync(Newspaper newspaper, CancellationToken stop) => newspaper.AllEditionsAsync(stop);
}
