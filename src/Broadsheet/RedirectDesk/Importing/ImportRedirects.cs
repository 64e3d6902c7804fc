using Broadsheet.Accounts;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.RedirectDesk.Importing;

/// <param name="Plan">What the lines would do, or did; null: there are none yet.</param>
/// <param name="IsDone">It was done.</param>
public sealed record ImportView(string Lines, ImportPlan? Plan, bool IsDone, Problems Problems)
{
    public const int MostShown = 500;
}

/// <summary>GET, POST /newsroom/redirects/import: first a look at what the lines would do, then the deed. Bad lines are named, and stop no other.</summary>
public static class ImportRedirects
{
    private const int MostBytes = 4 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/redirects/import", Get).Requires(Permission.ArrangePaper);
        // Lines that were looked at come back encoded, up to three bytes a byte.
        newsroom.MapPost("/redirects/import", Post).Requires(Permission.ArrangePaper).WithFormOptions(multipartBodyLengthLimit: 4 * MostBytes, valueLengthLimit: MostBytes);
    }

    internal static IResult Get() => Answer(new("", null, false, Problems.None));

    internal static async Task<IResult> Post(HttpRequest request, Newspaper newspaper, RedirectImport import, PaperOrigin origin, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var fields = await request.ReadFormAsync(stop);
        var lines = fields.Files is [{ Length: > 0 } file, ..] ? await file.ReadTextAsync(stop) : fields["Lines"].ToString();
        if (string.IsNullOrWhiteSpace(lines) || lines.Length > MostBytes) return Refuse("", Text.T("redirects.problem.file"));
        RedirectFile read;
        try
        {
            read = RedirectFile.Read(lines, origin.Origin);
        }
        catch (FormatException broken)
        {
            return Refuse(lines, broken.Message);
        }
        var there = await import.PagesOfAsync(read, stop);
        if (fields["Do"] != "true") return Answer(new(lines, await import.PlanAsync(read, there, stop), false, Problems.None));

        // All or nothing: what the report says is what is there. Planned anew, since others may have been at work since the look.
        var now = clock.GetUtcNow();
        var done = await newspaper.WriteAsync(async () =>
        {
            var plan = await import.PlanAsync(read, there, stop);
            await import.TakeAsync(plan, now, stop);
            newspaper.Audit(staff, "redirects-imported", "redirects", $"{plan.Good.Count}, {plan.Left.Count} left out", now);
            await newspaper.SaveChangesAsync(stop);
            return plan;
        }, stop);
        return Answer(new("", done, true, Problems.None));
    }

    private static IResult Refuse(string lines, string why) => Answer(new(lines, null, false, new Problems().Add("Lines", why)), StatusCodes.Status422UnprocessableEntity);

    private static IResult Answer(ImportView view, int status = StatusCodes.Status200OK) => Page.Of<ImportRedirectsPage, ImportView>(view, status);
}
