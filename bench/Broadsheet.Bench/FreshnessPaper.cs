using Broadsheet.Machine;
using Broadsheet.Sample;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Bench;

/// <summary>A paper of its own for <see cref="FreshnessRounds"/>: the sample, so that there are pictures and two editions, and generated stories.</summary>
internal static class FreshnessPaper
{
    internal static async Task<FreshnessFigures> RunAsync(int articles, int edits, int seed, Action<string> say)
    {
        var data = Directory.CreateTempSubdirectory("broadsheet-freshness-").FullName;
        try
        {
            await using var app = Program.Build(new MachineSettings { Data = data, Urls = "http://127.0.0.1:0" }, builder => builder.Logging.SetMinimumLevel(LogLevel.Error));
            await app.PrepareAsync();
            await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<SamplePaper>().AddToEmptyAsync();
            await new FillPaper(app.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System).RunAsync(articles);
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            return await FreshnessRounds.RunAsync(app, data, edits, seed, path => client.GetAsync(new Uri(path, UriKind.Relative)), say);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }
}
