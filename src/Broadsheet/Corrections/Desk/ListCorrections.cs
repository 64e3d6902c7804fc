using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections.Asking;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections.Desk;

/// <summary>GET /newsroom/corrections: everything that was put right, and stories that have settled and were not asked about yet. POST: where readers see it.</summary>
public static class ListCorrections
{
    private const int Length = 50;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/corrections", Get).Requires(Permission.EnterNewsroom);
        newsroom.MapPost("/corrections/settings", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(int? page, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop) =>
        await AnswerAsync(Math.Max(1, page ?? 1), null, staff, newspaper, clock, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> Post(IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var isFresh = await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Code == "").TakeTurnAsync(stop);
            var (before, last) = await newspaper.SettingAndRevisionAsync<CorrectionSettings>(stop);
            if (fields["Revision"] != $"{last}") return false;
            newspaper.SetSetting(before with { Place = Read("Place", before.Place), UpdatePlace = Read("UpdatePlace", before.UpdatePlace) }, staff.By, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            return true;
        }, stop);
        if (isFresh) return TypedResults.Redirect("/newsroom/corrections");

        var asked = new CorrectionSettings { Place = Read("Place", default), UpdatePlace = Read("UpdatePlace", default) };
        return await AnswerAsync(1, asked, staff, newspaper, clock, StatusCodes.Status409Conflict, stop);

        CorrectionPlace Read(string field, CorrectionPlace standing) => Enum.TryParse<CorrectionPlace>(fields[field], out var place) && Enum.IsDefined(place) ? place : standing;
    }

    private static async Task<IResult> AnswerAsync(int page, CorrectionSettings? asked, Staff staff, Newspaper newspaper, TimeProvider clock, int status, CancellationToken stop)
    {
        var rows = await newspaper.Corrections.AsNoTracking().OrderByDescending(row => row.MadeAt).ThenByDescending(row => row.Id).Skip((page - 1) * Length).Take(Length + 1).ToListAsync(stop);
        var now = clock.GetUtcNow();
        var settled = await newspaper.Set<DevelopingStory>().AsNoTracking().Where(row => row.Until <= now).OrderBy(row => row.Until).Select(row => row.ArticleId).ToListAsync(stop);
        var ids = rows.Select(row => row.ArticleId).Concat(settled).ToHashSet();
        var headlines = await newspaper.Articles.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Headline.Length > 0 ? row.Headline : row.WorkingHeadline, stop);
        var editions = await newspaper.AllEditionsAsync(stop);
        var (settings, revision) = await newspaper.SettingAndRevisionAsync<CorrectionSettings>(stop);
        return Page.Of<ListCorrectionsPage, ListCorrectionsView>(new([.. rows.Take(Length)], headlines, settled, editions, page, rows.Count > Length, asked ?? settings, revision,
            staff.May(Permission.RunPaper), asked is null ? Problems.None : new Problems().Add(Text.T("stale.title"))), status);
    }
}

/// <param name="Settled">Stories that have settled and of which it was not asked yet whether something must be put right.</param>
public sealed record ListCorrectionsView(
    IReadOnlyList<Correction> Corrections, IReadOnlyDictionary<long, string> Headlines, IReadOnlyList<long> Settled, IReadOnlyList<Edition> Editions, int Number, bool HasMore,
    CorrectionSettings Settings, long Revision, bool MayRun, Problems Problems)
{
    public Edition EditionOf(Correction correction) => Editions.First(edition => edition.Id == correction.EditionId);

    internal static IEnumerable<Choice> Places { get; } = [.. Enum.GetValues<CorrectionPlace>().Select(place => new Choice(place.ToString(), Text.T($"corrections.place.{place}")))];
}
