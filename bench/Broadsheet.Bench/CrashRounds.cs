using System.Collections.Concurrent;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

public sealed record CrashFigures(int Rounds, int Acknowledged, int Lost, int IntegrityErrors, double SlowestStartSeconds);

/// <summary>
/// Writers post and change articles through the API; the program is killed at a random time and started again on the
/// same folder. Whatever it acknowledged must be there. A kill loses nothing that the system already holds, so this
/// proves the program's transactions, not the disk's promises.
/// </summary>
public static class CrashRounds
{
    private const int Writers = 6;

    public static async Task<CrashFigures> RunAsync(int rounds, int seed, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-crash-").FullName;
        var machine = new MachineSettings { Data = folder };
        var kept = new ConcurrentDictionary<Guid, Acknowledged>();
        var figures = new CrashFigures(rounds, 0, 0, 0, 0);
        var random = new Random(seed);
        try
        {
            await MakePaperAsync(machine);
            var token = await PaperProcess.CommandAsync("token", "create", "--role", "editor", "--name", "bench", "--data", folder);
            for (var round = 1; round <= rounds; round++)
            {
                var before = kept.Count;
                await using (var paper = await PaperProcess.StartAsync(folder))
                {
                    paper.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
                    var writers = Enumerable.Range(0, Writers).Select(_ => new CrashWriter(paper.Client, kept).RunAsync()).ToList();
                    // On a busy machine the first answer takes seconds; a kill before it would prove nothing.
                    for (var waited = 0; kept.Count == before && waited < 300; waited++) await Task.Delay(100);
                    await Task.Delay(random.Next(500, 3000));
                    await paper.KillAsync();
                    await Task.WhenAll(writers);
                }
                if (kept.Count == before) throw new InvalidOperationException("Nothing was written in this round, so it proves nothing.");

                await using var again = await PaperProcess.StartAsync(folder);
                var (errors, lost) = (await IntegrityErrorsAsync(machine), await LostAsync(machine, kept));
                figures = figures with
                {
                    Lost = figures.Lost + lost,
                    IntegrityErrors = figures.IntegrityErrors + errors,
                    SlowestStartSeconds = Math.Max(figures.SlowestStartSeconds, again.ReadyAfter.TotalSeconds),
                };
                say($"round {round}: {kept.Count} articles acknowledged so far, ready again after {again.ReadyAfter.TotalSeconds:0.0} s, lost {lost}, integrity errors {errors}");
            }
            return figures with { Acknowledged = (int)kept.Values.Sum(one => one.Revision - 1) };
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task MakePaperAsync(MachineSettings machine) => InPaperAsync(machine, async newspaper =>
    {
        var edition = new Edition("", "The Bench", "en", "Europe/London", 0);
        newspaper.Editions.Add(edition);
        await newspaper.SaveChangesAsync();
        newspaper.Sections.Add(new Section(edition.Id, "City", "city", 0));
        return await newspaper.SaveChangesAsync();
    });

    private static async Task<int> IntegrityErrorsAsync(MachineSettings machine)
    {
        await using var file = new SqliteConnection($"Data Source={machine.DatabaseFile};Pooling=false");
        await file.OpenAsync();
        var errors = 0;
        foreach (var check in new[] { "PRAGMA integrity_check", "PRAGMA foreign_key_check" })
        {
            await using var command = new SqliteCommand(check, file);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                if (rows.GetValue(0) is not "ok") errors++;
        }
        return errors;
    }

    // The one write that was under way when the program died may be there or not; anything else must be as acknowledged.
    private static Task<int> LostAsync(MachineSettings machine, ConcurrentDictionary<Guid, Acknowledged> kept) => InPaperAsync(machine, async newspaper =>
    {
        var found = await newspaper.Articles.AsNoTracking().Include(row => row.Draft).ToDictionaryAsync(row => row.PublicId, row => row.Draft);
        return kept.Values.Count(one => !found.TryGetValue(one.Id, out var draft)
            || !(draft.Revision == one.Revision && draft.Content.Headline == one.Headline
                || draft.Revision == one.Revision + 1 && draft.Content.Headline == one.UnderWay));
    });

    private static async Task<T> InPaperAsync<T>(MachineSettings machine, Func<Newspaper, Task<T>> act)
    {
        await using var app = Program.Build(machine);
        await app.PrepareAsync();
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<Newspaper>());
    }
}
