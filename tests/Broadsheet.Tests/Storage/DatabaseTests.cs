using System.Data.Common;
using Broadsheet.Articles;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Storage;

public sealed class DatabaseTests
{
    [Fact]
    public async Task Every_pooled_connection_syncs_each_commit_and_checks_foreign_keys()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        for (var turn = 0; turn < 2; turn++)
        {
            var scopes = Enumerable.Range(0, 8).Select(_ => newsroom.App.Services.CreateAsyncScope()).ToList();
            foreach (var scope in scopes)
            {
                var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
                await newspaper.Database.OpenConnectionAsync();
                var connection = newspaper.Database.GetDbConnection();
                Assert.Equal(("wal", "2", "1"), (await AskAsync(connection, "PRAGMA journal_mode"), await AskAsync(connection, "PRAGMA synchronous"), await AskAsync(connection, "PRAGMA foreign_keys")));
            }
            foreach (var scope in scopes) await scope.DisposeAsync();
        }
    }

    [Theory, InlineData("3.7.0"), InlineData("3.51.2"), InlineData("3.52.0")]
    public void A_SQLite_that_can_lose_commits_is_refused(string version) =>
        Assert.Throws<InvalidOperationException>(() => SqlitePragmas.RefuseLossyVersion(version));

    [Theory, InlineData("3.51.3"), InlineData("3.52.1"), InlineData("3.53.3")]
    public void A_mended_SQLite_is_taken(string version) => SqlitePragmas.RefuseLossyVersion(version);

    [Theory, OnBoth]
    public async Task Fifty_writers_at_once_all_save(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var copy = Path.Combine(newsroom.Machine.Data, "copy.db");

        var writing = Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < 4; turn++) await newsroom.DraftAsync($"Writer {writer}, turn {turn}");
        })));
        if (on == On.Sqlite) await BackUpAsync(newsroom.Machine.DatabaseFile, copy);
        await writing;

        Assert.Equal(200, await newsroom.AskAsync(newspaper => newspaper.Articles.CountAsync()));
        if (on == On.Sqlite) Assert.Equal("ok", await AskFileAsync(copy, "PRAGMA integrity_check"));
    }

    [Theory, OnBoth]
    public async Task A_write_outside_the_lane_is_refused(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);

        await Assert.ThrowsAsync<InvalidOperationException>(() => newsroom.AskAsync(newspaper => RenameAsync(newspaper, "Town")));
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => RenameAsync(newspaper, "Port"))));
        Assert.Equal("Port", await newsroom.AskAsync(newspaper => newspaper.Sections.Select(row => row.Name).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task Every_instant_is_stored_so_that_the_database_can_compare_it(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var instants = await newsroom.AskAsync(newspaper => Task.FromResult(newspaper.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetFlattenedProperties())
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset)).ToList()));

        Assert.NotEmpty(instants);
        Assert.All(instants, property => Assert.Equal(on == On.Sqlite ? "INTEGER" : "timestamp with time zone", property.GetColumnType()));
    }

    [Fact]
    public async Task Stories_are_found_by_their_keys_however_large_the_edition()
    {
        const string Question = "EXPLAIN QUERY PLAN SELECT id FROM articles WHERE edition_id = 1 AND published_at <= 5 AND id IN (1, 2, 3)";
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper =>
        {
            for (var number = 0; number < 400; number++) newspaper.Articles.Add(new Article(newsroom.Edition.Id, newsroom.Clock.GetUtcNow()));
        });

        await using var scope = newsroom.App.Services.CreateAsyncScope();
        await TableStatistics.LookAsync(scope.ServiceProvider.GetRequiredService<SqliteNewspaper>(), TestContext.Current.CancellationToken);

        await using var plain = new SqliteConnection(SqliteConnections.To(newsroom.Machine.DatabaseFile));
        await plain.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = plain.CreateCommand();
        command.CommandText = Question;
        await using var plan = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await plan.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Contains("INTEGER PRIMARY KEY", plan.GetString(3), StringComparison.Ordinal);
    }

    private static Task<int> RenameAsync(Newspaper newspaper, string name) =>
        newspaper.Sections.ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name));

    private static async Task BackUpAsync(string file, string copy)
    {
        await using var connection = new SqliteConnection(SqliteConnections.To(file) + ";Pooling=false");
        await connection.OpenAsync();
        await AskAsync(connection, $"VACUUM INTO '{copy}'");
    }

    private static async Task<string?> AskFileAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        return await AskAsync(connection, sql);
    }

    private static async Task<string?> AskAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
