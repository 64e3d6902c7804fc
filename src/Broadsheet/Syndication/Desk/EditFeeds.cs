using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Syndication.Feeds;
using Broadsheet.Syndication.Pings;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Desk;

/// <param name="Waiting">What could not be told to somebody outside, with the reason.</param>
public sealed record EditFeedsView(IReadOnlyList<Edition> Editions, FeedsForm Form, IReadOnlyList<Ping> Waiting, Problems Problems);

/// <summary>GET, POST /newsroom/feeds: what feeds carry, and who is told of news in them. Every save adds to the history of settings.</summary>
public static class EditFeeds
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/feeds", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/feeds", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop) => await AnswerAsync(await StandingAsync(newspaper, stop), Problems.None, newspaper, StatusCodes.Status200OK, stop);

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var form = FeedsForm.Read(fields);
        if (form.Check() is { Any: true } problems) return await AnswerAsync(form, problems, newspaper, StatusCodes.Status422UnprocessableEntity, stop);

        var standing = await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.TakeTurnAsync(stop);
            var before = await StandingAsync(newspaper, stop);
            if (before.Revision != form.Revision) return before;
            var now = clock.GetUtcNow();
            newspaper.SetSetting(form.Chosen, staff.By, now);
            var engines = await newspaper.SettingAsync<IndexNow>(stop);
            if (engines.IsOn != form.TellsEngines) newspaper.SetSetting(engines with { Key = form.TellsEngines ? IndexNow.NewKey() : "" }, staff.By, now);
            foreach (var edition in await newspaper.Editions.Select(row => row.Id).ToListAsync(stop))
                newspaper.SetSettingOf(edition, new FeedTerms { HasFullText = form.FullText.Contains(edition.ToString(CultureInfo.InvariantCulture)) }, staff.By, now);
            await newspaper.SaveChangesAsync(stop);
            return form;
        }, stop);
        return standing == form
            ? TypedResults.Redirect("/newsroom/feeds")
            : await AnswerAsync(form with { Revision = standing.Revision }, new Problems().Add(Text.T("stale.title")), newspaper, StatusCodes.Status409Conflict, stop);
    }

    // The revision is that of the hubs: each save writes them.
    private static async Task<FeedsForm> StandingAsync(Newspaper newspaper, CancellationToken stop)
    {
        var (hubs, revision) = await newspaper.SettingAndRevisionAsync<FeedHubs>(stop);
        var full = new List<string>();
        foreach (var edition in await newspaper.Editions.Select(row => row.Id).ToListAsync(stop))
            if ((await newspaper.SettingOfAsync<FeedTerms>(edition, stop)).Value.HasFullText) full.Add(edition.ToString(CultureInfo.InvariantCulture));
        return new(full, string.Join('\n', hubs.Hubs), (await newspaper.SettingAsync<IndexNow>(stop)).IsOn, revision);
    }

    private static async Task<IResult> AnswerAsync(FeedsForm form, Problems problems, Newspaper newspaper, int status, CancellationToken stop) => Page.Of<EditFeedsPage, EditFeedsView>(new(
        await newspaper.AllEditionsAsync(stop), form,
        await newspaper.Pings.AsNoTracking().Where(row => row.Problem != null).OrderBy(row => row.Id).Take(20).ToListAsync(stop), problems), status);
}
