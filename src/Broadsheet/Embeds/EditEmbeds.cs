using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Embeds;

public sealed record EmbedListView(IReadOnlyList<OwnEmbed> Own, OwnEmbed Form, Problems Problems);

/// <summary>GET, POST /newsroom/embeds; POST /newsroom/embeds/removal: which places elsewhere the paper adds to those that every paper has.</summary>
public static class EditEmbeds
{
    // A list that nobody can look over protects no reader.
    private const int Most = 50;

    private static readonly OwnEmbed Empty = new("", "", "", "16/9");

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/embeds", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/embeds", Post).Requires(Permission.RunPaper);
        newsroom.MapPost("/embeds/removal", Remove).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop) =>
        Answer((await newspaper.SettingAsync<PaperEmbeds>(stop)).Own, Empty, Problems.None, StatusCodes.Status200OK);

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var form = new OwnEmbed(Line("Name"), Line("Address"), Line("Frame"), Line("Ratio"));
        var (own, problems) = await ChangeAsync(newspaper, staff, clock, own =>
        {
            var problems = form.Check(own);
            if (own.Count >= Most) problems.Add(Text.T("embeds.problem.many", ("most", Most)));
            return (problems.Any ? null : [.. own, form], problems);
        }, stop);
        return problems.Any ? Answer(own, form, problems, StatusCodes.Status422UnprocessableEntity) : TypedResults.Redirect("/newsroom/embeds");

        string Line(string field) => fields[field].ToString().Trim();
    }

    internal static async Task<IResult> Remove(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var address = fields["Address"].ToString();
        await ChangeAsync(newspaper, staff, clock, own => ([.. own.Where(embed => embed.Address != address)], Problems.None), stop);
        return TypedResults.Redirect("/newsroom/embeds");
    }

    /// <summary>One at a time: two publishers who add something add both.</summary>
    private static Task<(IReadOnlyList<OwnEmbed> Own, Problems Problems)> ChangeAsync(
        Newspaper newspaper, Staff staff, TimeProvider clock, Func<IReadOnlyList<OwnEmbed>, (IReadOnlyList<OwnEmbed>? New, Problems Problems)> change, CancellationToken stop) => newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Code == "").TakeTurnAsync(stop);
            var own = (await newspaper.SettingAsync<PaperEmbeds>(stop)).Own;
            var (changed, problems) = change(own);
            if (changed is null || changed.SequenceEqual(own)) return (own, problems);

            newspaper.SetSetting(new PaperEmbeds { Own = changed }, staff.By, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            return (changed, problems);
        }, stop);

    private static IResult Answer(IReadOnlyList<OwnEmbed> own, OwnEmbed form, Problems problems, int status) =>
        Page.Of<EditEmbedsPage, EmbedListView>(new(own, form, problems), status);
}
