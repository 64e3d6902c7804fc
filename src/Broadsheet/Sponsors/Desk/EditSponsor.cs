using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Sponsors.Desk;

/// <param name="Sponsor">Null while it is being made.</param>
/// <param name="Clicks">Day by day, the newest first.</param>
public sealed record SponsorPageView(
    Edition Edition, Sponsorship? Sponsor, SponsorForm Form, Problems Problems, IReadOnlyList<PictureJson> Pictures, IReadOnlyList<SponsorClicks> Clicks, IReadOnlyList<StaleText>? Stale);

/// <summary>GET, POST /newsroom/sponsors/7; GET /newsroom/sponsors/new?edition=1, POST /newsroom/sponsors.</summary>
public static class EditSponsor
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/sponsors/{id:long}", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/sponsors/{id:long}", Post).Requires(Permission.RunPaper);
        newsroom.MapGet("/sponsors/new", GetNew).Requires(Permission.RunPaper);
        newsroom.MapPost("/sponsors", PostNew).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Sponsorships.FindAsync([id], stop) is { } sponsor ? await AnswerAsync(sponsor, SponsorForm.Of(sponsor), Problems.None, newspaper, stop) : TypedResults.NotFound();

    internal static async Task<IResult> GetNew(long? edition, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).FirstOrDefaultAsync(row => edition == null || row.Id == edition, stop) is not { } found) return TypedResults.NotFound();
        return await AnswerAsync(null, SponsorForm.Empty(found.Id, found.DayOf(clock.GetUtcNow())), Problems.None, newspaper, stop);
    }

    internal static async Task<IResult> PostNew(IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        var form = SponsorForm.Read(fields);
        if (!await newspaper.Editions.AnyAsync(row => row.Id == form.Edition, stop)) return TypedResults.NotFound();
        return await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Id == form.Edition).TakeTurnAsync(stop);
            var problems = await form.CheckAsync(null, newspaper, stop);
            if (problems.Any) return await AnswerAsync(null, form, problems, newspaper, stop, StatusCodes.Status422UnprocessableEntity);

            var sponsor = new Sponsorship(form.Edition, form.Place);
            form.Fill(sponsor);
            newspaper.Sponsorships.Add(sponsor);
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/sponsors");
        }, stop);
    }

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Sponsorships.FindAsync([id], stop) is not { } sponsor) return TypedResults.NotFound();
        var form = SponsorForm.Read(fields) with { Edition = sponsor.EditionId };
        if (form.Revision != sponsor.Revision) return await StaleAsync(sponsor);
        try
        {
            return await newspaper.WriteAsync(async () =>
            {
                await newspaper.Editions.Where(row => row.Id == form.Edition).TakeTurnAsync(stop);
                var problems = await form.CheckAsync(id, newspaper, stop);
                if (problems.Any) return await AnswerAsync(sponsor, form, problems, newspaper, stop, StatusCodes.Status422UnprocessableEntity);

                form.Fill(sponsor);
                await newspaper.SaveChangesAsync(stop);
                return TypedResults.Redirect("/newsroom/sponsors");
            }, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Sponsorships.FindAsync([id], stop) is { } now ? await StaleAsync(now) : TypedResults.NotFound();
        }

        Task<IResult> StaleAsync(Sponsorship theirs) => AnswerAsync(theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), newspaper, stop,
            StatusCodes.Status409Conflict, form.Against(SponsorForm.Of(theirs)));
    }

    private static async Task<IResult> AnswerAsync(
        Sponsorship? sponsor, SponsorForm form, Problems problems, Newspaper newspaper, CancellationToken stop, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null)
    {
        var (edition, id) = (await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == form.Edition, stop), sponsor?.Id ?? 0);
        var clicks = await newspaper.SponsorClicks.AsNoTracking().Where(row => row.SponsorshipId == id).OrderByDescending(row => row.Day).Take(400).ToListAsync(stop);
        return Page.Of<EditSponsorPage, SponsorPageView>(new(edition, sponsor, form, problems, await newspaper.Pictures.ToChooseAsync(form.Picture, stop), clicks, stale), status);
    }
}
