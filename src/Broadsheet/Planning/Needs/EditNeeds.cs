using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning.Needs;

/// <param name="Revision">The choice from which the form began.</param>
public sealed record EditNeedsView(IReadOnlyList<Edition> Editions, IReadOnlyList<Section> Sections, PublishingNeeds Needs, long Revision, Problems Problems)
{
    public static IEnumerable<Choice> Levels { get; } = [.. Enum.GetValues<NeedLevel>().Select(level => new Choice(level.ToString(), Text.T($"needs.level.{level}")))];

    public static string Field(Section section, Need need) => $"{need}-{section.Id}";

    public NeedLevel Of(Section section, Need need) => Needs.Of(section.PublicId, need);
}

/// <summary>GET, POST /newsroom/publishing-needs: what each section wants before a story of it goes out.</summary>
public static class EditNeeds
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/publishing-needs", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/publishing-needs", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var (needs, revision) = await newspaper.SettingAndRevisionAsync<PublishingNeeds>(stop);
        return await PageAsync(needs, revision, Problems.None, newspaper, stop);
    }

    internal static async Task<IResult> Post(IFormCollection form, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var sections = await newspaper.Sections.AsNoTracking().ToListAsync(stop);
        var chosen = new PublishingNeeds
        {
            Sections = sections.ToDictionary(section => section.PublicId, section => (IReadOnlyDictionary<Need, NeedLevel>)Enum.GetValues<Need>().ToDictionary(
                need => need, need => Enum.TryParse<NeedLevel>(form[EditNeedsView.Field(section, need)], out var level) ? level : PublishingNeeds.Usual[need])),
        };
        return await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.TakeTurnAsync(stop);
            var revision = (await newspaper.SettingAndRevisionAsync<PublishingNeeds>(stop)).Revision;
            if (form["Revision"] != $"{revision}") return await PageAsync(chosen, revision, new Problems().Add(Text.T("needs.stale")), newspaper, stop, StatusCodes.Status409Conflict);

            newspaper.SetSetting(chosen, staff.By, clock.GetUtcNow());
            newspaper.Audit(staff, "publishing-needs", "paper", null, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/publishing-needs");
        }, stop);
    }

    private static async Task<IResult> PageAsync(PublishingNeeds needs, long revision, Problems problems, Newspaper newspaper, CancellationToken stop, int status = StatusCodes.Status200OK) =>
        Page.Of<EditNeedsPage, EditNeedsView>(new(
            await newspaper.AllEditionsAsync(stop),
            await newspaper.Sections.AsNoTracking().OrderBy(row => row.Position).ToListAsync(stop), needs, revision, problems), status);
}
