using Broadsheet.Accounts;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Desk;

/// <param name="Added">How many were subscribed.</param>
/// <param name="Left">What was not taken, in the order of the file.</param>
public sealed record ImportReport(int Added, IReadOnlyList<LeftLine> Left)
{
    public const int MostShown = 500;
}

/// <summary>POST /newsroom/subscribers/import: every good line is taken with its consent, every other reported by its number. No mail is sent.</summary>
public static class ImportSubscribers
{
    private const long MostBytes = 20 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/subscribers/import", Post).Requires(Permission.SeeSubscribers).WithFormOptions(multipartBodyLengthLimit: MostBytes);

    internal static async Task<IResult> Post(HttpRequest request, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var fields = await request.ReadFormAsync(stop);
        var (agreed, problems) = (fields["Agreed"].ToString().ReplaceLineEndings(" ").Trim(), new Problems());
        var newsletter = long.TryParse(fields["Newsletter"], out var id) ? await newspaper.Newsletters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) : null;
        var name = fields.Files.Count == 1 ? Path.GetFileName(fields.Files[0].FileName) : "";
        SubscriberFile? file = null;
        try
        {
            if (newsletter is null || name.Length == 0) problems.Add(T("import.problem.file"));
            else if ((file = SubscriberFile.Read(await fields.Files[0].ReadTextAsync(stop))) is null) problems.Add(T("import.problem.columns", ("file", name)));
        }
        catch (FormatException broken)
        {
            problems.Add($"{name}, {broken.Message}");
        }
        if (agreed.Length == 0) problems.Add("Agreed", T("import.problem.agreed"));
        var search = new SubscriberSearch("", newsletter?.Id, false);
        if (problems.Any) return await ListSubscribers.AnswerAsync(search, newspaper, problems, null, StatusCodes.Status422UnprocessableEntity, stop);

        var now = clock.GetUtcNow();
        // All or nothing: what the report says is what is there.
        var report = await newspaper.WriteAsync(async () =>
        {
            var taken = await TakeAsync(file!, newsletter!, name, agreed, newspaper, now, stop);
            newspaper.Audit(staff, "subscribers-imported", $"newsletter/{newsletter!.PublicId}", $"{name}: {taken.Added}, {taken.Left.Count} left out", now);
            await newspaper.SaveChangesAsync(stop);
            return taken;
        }, stop);
        return await ListSubscribers.AnswerAsync(search, newspaper, Problems.None, report, StatusCodes.Status200OK, stop);
    }

    private static async Task<ImportReport> TakeAsync(SubscriberFile file, Newsletter newsletter, string name, string agreed, Newspaper newspaper, DateTimeOffset now, CancellationToken stop)
    {
        var (left, added) = (file.Left.ToList(), 0);
        foreach (var group in file.Good.Chunk(500))
        {
            var (addresses, hashes) = (group.Select(line => line.Address.Normal).ToList(), group.Select(line => line.Address.Hash).ToList());
            var readers = await newspaper.Readers.Where(row => addresses.Contains(row.Address)).ToDictionaryAsync(row => row.Address, stop);
            var suppressed = (await newspaper.Suppressions.Where(row => hashes.Contains(row.AddressHash)).Select(row => row.AddressHash).ToListAsync(stop)).Select(Convert.ToHexString).ToHashSet();
            foreach (var line in group.Where(line => !readers.ContainsKey(line.Address.Normal) && !suppressed.Contains(Convert.ToHexString(line.Address.Hash))))
            {
                var reader = new Reader(line.Address, newsletter.EditionId, now) { Name = line.Name.Length <= 200 ? line.Name : line.Name[..200] };
                newspaper.Readers.Add(readers[line.Address.Normal] = reader);
            }
            await newspaper.SaveChangesAsync(stop);

            var ids = readers.Values.Select(row => row.Id).ToList();
            var known = await newspaper.Subscriptions.Where(row => row.NewsletterId == newsletter.Id && ids.Contains(row.ReaderId)).ToDictionaryAsync(row => row.ReaderId, stop);
            foreach (var line in group)
            {
                if (suppressed.Contains(Convert.ToHexString(line.Address.Hash))) left.Add(new(line.Number, line.Address.Typed, T("import.why.suppressed")));
                else if (known.TryGetValue(readers[line.Address.Normal].Id, out var had)) left.Add(new(line.Number, line.Address.Typed, T(had.IsActive ? "import.why.has" : "import.why.left-here")));
                else
                {
                    var subscription = new Subscription(readers[line.Address.Normal].Id, newsletter.Id);
                    subscription.Start(new(line.AgreedAt ?? now, Confirmed.ByImport, name, agreed));
                    newspaper.Subscriptions.Add(subscription);
                    added++;
                }
            }
            await newspaper.SaveChangesAsync(stop);
            newspaper.ChangeTracker.Clear();
        }
        return new(added, [.. left.OrderBy(line => line.Number)]);
    }
}
