using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Trust.Machines;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Trust.Desk;

/// <param name="Edition">The one whose statement is on the page.</param>
/// <param name="Paper">What is said once for the whole paper.</param>
public sealed record EditTrustView(Edition Edition, IReadOnlyList<Edition> Editions, TrustForm Form, TrustFilesForm Paper, Problems Problems, IReadOnlyList<StaleText>? Stale);

/// <summary>GET, POST /newsroom/trust?edition=2: what the paper says of itself. Every save adds to the history of settings.</summary>
public static class EditTrust
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/trust", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/trust/{edition:long}", Post).Requires(Permission.RunPaper);
    }

    internal static Task<IResult> Get(long? edition, Newspaper newspaper, CancellationToken stop) => AnswerAsync(newspaper, edition, null, null, Problems.None, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> Post(long edition, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (!await newspaper.Editions.AnyAsync(row => row.Id == edition, stop)) return TypedResults.NotFound();
        var form = TrustForm.Read(fields);
        if (form.Check() is { Any: true } problems) return await AnswerAsync(newspaper, edition, form, null, problems, StatusCodes.Status422UnprocessableEntity, stop);

        var theirs = await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Id == edition).TakeTurnAsync(stop);
            var (before, last) = await newspaper.SettingOfAsync<TrustStatement>(edition, stop);
            if (last != form.Revision) return TrustForm.Of(before, last);
            newspaper.SetSettingOf(edition, form.Statement, staff.By, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            return null;
        }, stop);
        if (theirs is null) return TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"/newsroom/trust?edition={edition}"));
        return await AnswerAsync(newspaper, edition, form with { Revision = theirs.Revision }, null, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, stop, form.Against(theirs));
    }

    internal static async Task<IResult> AnswerAsync(
        Newspaper newspaper, long? edition, TrustForm? form, TrustFilesForm? paper, Problems problems, int status, CancellationToken stop, IReadOnlyList<StaleText>? stale = null)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        if (editions.Find(row => edition is null || row.Id == edition) is not { } chosen) return TypedResults.NotFound();

        if (form is null)
        {
            var (said, last) = await newspaper.SettingOfAsync<TrustStatement>(chosen.Id, stop);
            form = TrustForm.Of(said, last);
        }
        if (paper is null)
        {
            var (files, revision) = await newspaper.SettingAndRevisionAsync<TrustFiles>(stop);
            var (terms, other) = await newspaper.SettingAndRevisionAsync<MachineTerms>(stop);
            paper = TrustFilesForm.Of(files, terms, Math.Max(revision, other));
        }
        return Page.Of<EditTrustPage, EditTrustView>(new(chosen, editions, form, paper, problems, stale), status);
    }
}
