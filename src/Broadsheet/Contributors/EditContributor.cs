using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Contributors;

/// <param name="Who">Null while somebody is being added.</param>
/// <param name="Others">The editions beside the first, in whose scripts a name may be written too.</param>
/// <param name="MayName">Whether the real name and the pen name may be seen and changed.</param>
public sealed record EditContributorView(
    Contributor? Who, ContributorForm Form, Problems Problems, IReadOnlyList<Edition> Others, IReadOnlyList<PictureJson> Portraits, bool MayName, IReadOnlyList<StaleText>? Stale);

/// <summary>GET, POST /newsroom/contributors/7; GET /newsroom/contributors/new, POST /newsroom/contributors. Names change everywhere at once: bylines name a person, not her name.</summary>
public static class EditContributor
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/contributors/new", New).Requires(Permission.ArrangePaper);
        newsroom.MapGet("/contributors/{id:long}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/contributors", Add).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/contributors/{id:long}", Post).Requires(Permission.ArrangePaper);
    }

    internal static Task<IResult> New(Newspaper newspaper, Staff staff, CancellationToken stop) =>
        AnswerAsync(null, ContributorForm.Of(null, names: true), Problems.None, newspaper, staff, stop);

    internal static async Task<IResult> Get(long id, Newspaper newspaper, Staff staff, CancellationToken stop) =>
        await newspaper.Contributors.FindAsync([id], stop) is { } who
            ? await AnswerAsync(who, ContributorForm.Of(who, MayName(who, staff)), Problems.None, newspaper, staff, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Add(IFormCollection fields, Newspaper newspaper, Staff staff, CancellationToken stop)
    {
        var form = ContributorForm.Read(fields, await OthersAsync(newspaper, stop), names: true);
        if (!staff.May(Permission.SeeRealNames)) form = form with { PenName = "" };
        return await newspaper.WriteAsync(async () =>
        {
            var problems = await form.CheckAsync(null, newspaper, stop);
            if (problems.Any) return await AnswerAsync(null, form, problems, newspaper, staff, stop, StatusCodes.Status422UnprocessableEntity);

            var who = new Contributor(form.Name, form.Address, form.Kind);
            form.WriteTo(who);
            newspaper.Contributors.Add(who);
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/contributors");
        }, stop);
    }

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Contributors.FindAsync([id], stop) is not { } who) return TypedResults.NotFound();
        var form = ContributorForm.Read(fields, await OthersAsync(newspaper, stop), MayName(who, staff));
        // Without the publisher's eyes there is no pen name in the form, and none may be taken or laid down.
        if (!staff.May(Permission.SeeRealNames)) form = form with { PenName = who.PenName, Slug = form.Slug.Length > 0 ? form.Slug : who.Slug };
        if (form.Revision != who.Revision) return await StaleAsync(who, form, newspaper, staff, stop);

        var problems = await form.CheckAsync(who, newspaper, stop);
        if (problems.Any) return await AnswerAsync(who, form, problems, newspaper, staff, stop, StatusCodes.Status422UnprocessableEntity);

        try
        {
            await newspaper.WriteAsync(() => SaveAsync(who, form, newspaper, staff, clock.GetUtcNow(), stop), stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.Contributors.FindAsync([id], stop) is { } now ? await StaleAsync(now, form, newspaper, staff, stop) : TypedResults.NotFound();
        }
        return TypedResults.Redirect("/newsroom/contributors");
    }

    private static async Task SaveAsync(Contributor who, ContributorForm form, Newspaper newspaper, Staff staff, DateTimeOffset now, CancellationToken stop)
    {
        var (slug, known, hidden, hadPenName) = (who.Slug, who.KnownAs, who.IsHidden, who.PenName.Length > 0);
        form.WriteTo(who);
        // The log does not repeat the names: it would tell a real one, or keep one that was given up.
        if (who.KnownAs != known) newspaper.Audit(staff, "contributor-renamed", $"contributor/{who.PublicId}", null, now);
        if (who.IsHidden != hidden) newspaper.Audit(staff, who.IsHidden ? "contributor-hidden" : "contributor-shown", $"contributor/{who.PublicId}", null, now);
        await newspaper.SaveChangesAsync(stop);

        foreach (var edition in await newspaper.Editions.ToListAsync(stop))
        {
            var (old, path) = (edition.PathOf($"/by/{slug}"), edition.PathOf($"/by/{who.Slug}"));
            // An old address that leads to the pen name's would tell whose it is.
            if (who.PenName.Length > 0 && !hadPenName) await newspaper.Redirects.Where(row => row.To == old || row.To == path).ExecuteDeleteAsync(stop);
            else await newspaper.RedirectAsync(old, path, now, isPrefix: true, stop);
        }
    }

    private static bool MayName(Contributor who, Staff staff) => who.PenName.Length == 0 || staff.May(Permission.SeeRealNames);

    private static Task<List<Edition>> OthersAsync(Newspaper newspaper, CancellationToken stop) =>
        newspaper.Editions.AsNoTracking().Where(row => row.Code != "").OrderBy(row => row.Position).ToListAsync(stop);

    private static Task<IResult> StaleAsync(Contributor theirs, ContributorForm form, Newspaper newspaper, Staff staff, CancellationToken stop) => AnswerAsync(
        theirs, form with { Revision = theirs.Revision, Names = MayName(theirs, staff) }, new Problems().Add(Text.T("stale.title")), newspaper, staff, stop,
        StatusCodes.Status409Conflict, (form with { Names = form.Names && MayName(theirs, staff) }).Against(theirs));

    private static async Task<IResult> AnswerAsync(
        Contributor? who, ContributorForm form, Problems problems, Newspaper newspaper, Staff staff, CancellationToken stop,
        int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null)
    {
        var portraits = await newspaper.Pictures.ToChooseAsync(form.Picture, stop);
        return Page.Of<EditContributorPage, EditContributorView>(new(
            who, form, problems, await OthersAsync(newspaper, stop), portraits, staff.May(Permission.SeeRealNames), stale), status);
    }
}
