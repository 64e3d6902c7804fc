using System.Net;
using Broadsheet.Articles;
using Broadsheet.Machine;
using Broadsheet.Paper.Press;
using Broadsheet.Paper.Press.Disk;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Broadsheet.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Paper.Press;

/// <summary>Pages that come back from the data folder: after a restart, after memory let them go, and never when they are not true any more.</summary>
public sealed class PagesOnDiskTests
{
    [Theory, OnBoth]
    public async Task After_a_restart_pages_come_from_disk_and_are_the_same(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        string[] names = ["/", $"/city/{article.Slug}", "/feed.xml"];
        var before = await AskAsync(newsroom, names);
        await OnDiskAsync(newsroom, names);

        await newsroom.RestartAsync();
        var after = await AskAsync(newsroom, names);

        Assert.Equal(before, after);
        Assert.Equal(0, newsroom.Press.Makings);
    }

    [Fact]
    public async Task After_a_start_the_front_page_and_what_was_wanted_most_are_there_before_anybody_asks()
    {
        await using var newsroom = await Newsroom.OpenAsync(services: services => services.AddSingleton(new PressSettings(64) { Patience = TimeSpan.FromMinutes(1) }));
        for (var time = 0; time < 3; time++) await newsroom.Client.GetStringAsync("/latest");
        await newsroom.App.StopAsync();
        // Nothing on disk to bring back: they are made.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(newsroom.Machine.Data, "pages"), "*.page", SearchOption.AllDirectories)) File.Delete(file);

        await newsroom.RestartAsync();

        for (var waited = 0; (newsroom.Press.Find("/") is null || newsroom.Press.Find("/latest") is null) && waited < 600; waited++) await Task.Delay(50);
        Assert.NotNull(newsroom.Press.Find("/"));
        Assert.NotNull(newsroom.Press.Find("/latest"));
    }

    [Theory, OnBoth]
    public async Task What_changed_while_the_program_was_down_is_made_anew(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await AskAsync(newsroom, "/city", $"/city/{article.Slug}");
        await OnDiskAsync(newsroom, "/city", $"/city/{article.Slug}");
        await newsroom.App.StopAsync();

        await using (var other = Program.Build(newsroom.Machine, builder => builder.Logging.ClearProviders()))
        await using (var scope = other.Services.CreateAsyncScope())
        {
            var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
            (await newspaper.Sections.SingleAsync(row => row.Id == newsroom.City.Id)).Name = "Town";
            await newspaper.SaveChangesAsync();
        }
        await newsroom.RestartAsync();

        Assert.Contains("Town", await newsroom.Client.GetStringAsync("/city"), StringComparison.Ordinal);
        Assert.Contains("Town", await newsroom.Client.GetStringAsync($"/city/{article.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_memory_let_go_comes_back_and_only_while_it_is_true()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var name = $"/city/{article.Slug}";
        var before = await AskAsync(newsroom, name);
        await OnDiskAsync(newsroom, name);

        newsroom.Press.Store.Drop(name);
        var made = newsroom.Press.Makings;
        Assert.Equal(before, await AskAsync(newsroom, name));
        Assert.Equal(made, newsroom.Press.Makings);

        await newsroom.ActAsync(article, async (publication, row) =>
        {
            row.SaveDraft(row.Draft.Content with { Headline = "Harbour wall stands" }, row.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            await publication.PublishAsync(row, 0);
        });
        newsroom.Press.Store.Drop(name);
        Assert.Contains("Harbour wall stands", (await AskAsync(newsroom, name))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_theme_other_settings_and_a_file_cut_short_are_not_given()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var before = await AskAsync(newsroom, "/", "/latest");
        await OnDiskAsync(newsroom, "/", "/latest");
        await newsroom.App.StopAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(newsroom.Machine.Data, "pages"), "*.page", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            Assert.NotNull(PageFile.Of(bytes));
            Assert.Null(PageFile.Of(bytes[..^1]));
            bytes[bytes.Length / 2] ^= 1;
            Assert.Null(PageFile.Of(bytes));
        }
        Assert.Null(PageFile.Of([]));
        var styles = Path.Combine(newsroom.Machine.Data, "theme", "css", "20-frame.css");
        Directory.CreateDirectory(Path.GetDirectoryName(styles)!);
        await File.WriteAllTextAsync(styles, "main { color: teal }");

        await newsroom.RestartAsync();

        Assert.NotEqual(before, await AskAsync(newsroom, "/", "/latest"));
        Assert.Contains("teal", await DrawnByAsync(newsroom), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_down_does_not_stay_on_disk()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        string[] names = ["/", $"/city/{article.Slug}"];
        await AskAsync(newsroom, names);
        await OnDiskAsync(newsroom, names);

        await newsroom.ActAsync(article, (publication, row) => publication.WithdrawAsync(row, new(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));
        await newsroom.App.Services.GetRequiredService<PageKeeper>().SweepAsync(newsroom.Press.Freshness, default);

        Assert.Null(FilesOf(newsroom).Find(names[1]));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(newsroom.Machine.Data, "pages"), "*.page", SearchOption.AllDirectories)
            .Select(file => PageFile.Of(File.ReadAllBytes(file))!.Page), page => System.Text.Encoding.UTF8.GetString(page.Identity()).Contains("Harbour wall falls", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_restored_from_a_backup_takes_no_pages_of_the_time_after_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var name = $"/city/{article.Slug}";
        await newsroom.App.StopAsync();
        var backup = Path.Combine(newsroom.Machine.Data, "backup.db");
        Copy(newsroom.Machine.DatabaseFile, backup);
        await newsroom.RestartAsync();
        await ChangeHeadlineAsync(newsroom, article, "A wall that never was");
        await AskAsync(newsroom, name);
        await OnDiskAsync(newsroom, name);
        await newsroom.App.StopAsync();

        Copy(backup, newsroom.Machine.DatabaseFile);
        await newsroom.RestartAsync();
        // As many changes as were lost, so that the numbers of the rows are those of then.
        for (var count = 0; count < 3; count++) await newsroom.ChangeAsync(newspaper => newspaper.Sections.Single().Name = $"City {count}");
        await newsroom.RestartAsync();

        Assert.Contains("Harbour wall falls", (await AskAsync(newsroom, name))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_page_cannot_be_made_the_one_on_disk_is_given()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await AskAsync(newsroom, "/latest");
        await OnDiskAsync(newsroom, "/latest");
        await newsroom.RestartAsync();

        newsroom.Press.Freshness.TouchAll();
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Database.ExecuteSqlAsync($"ALTER TABLE articles RENAME TO hidden")));

        using var answer = await newsroom.Client.GetAsync("/latest");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public void When_the_bound_is_reached_the_oldest_leave()
    {
        var data = Directory.CreateTempSubdirectory("pages").FullName;
        var files = new PageFiles(new MachineSettings { Data = data, Press = new() { DiskMegabytes = 1 } });
        var noise = new byte[50_000];
        for (var number = 0; number < 30; number++)
        {
            Random.Shared.NextBytes(noise);
            files.Write(new(Guid.Empty, Guid.Empty, default, StoredPage.Of($"/{number}", [], noise, new ReadSet(), 1, DateTimeOffset.UnixEpoch)));
        }

        Assert.InRange(files.Count, 5, 11);
        Assert.Null(files.Find("/0"));
        Assert.NotNull(files.Find("/29"));
        Directory.Delete(data, recursive: true);
    }

    private static async Task<string> DrawnByAsync(Newsroom newsroom)
    {
        var page = await newsroom.Client.GetStringAsync("/latest");
        return await newsroom.Client.GetStringAsync(System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+\\.css[^\"]*)\"").Groups[1].Value);
    }

    private static PageFiles FilesOf(Newsroom newsroom) => newsroom.App.Services.GetRequiredService<PageFiles>();

    private static async Task<List<string>> AskAsync(Newsroom newsroom, params string[] names)
    {
        var found = new List<string>();
        foreach (var name in names)
        {
            using var answer = await newsroom.Client.GetAsync(name);
            found.Add($"{await answer.Content.ReadAsStringAsync()}\n{answer.Headers.ETag}\n{answer.Content.Headers.LastModified}\n{answer.Content.Headers.ContentType}");
        }
        return found;
    }

    // By the machine's clock: a page comes to disk a second after it was made.
    private static async Task OnDiskAsync(Newsroom newsroom, params string[] names)
    {
        for (var waited = 0; waited < 1200 && names.Any(name => FilesOf(newsroom).Find(name) is null); waited++) await Task.Delay(50);
        Assert.All(names, name => Assert.NotNull(FilesOf(newsroom).Find(name)));
    }

    private static Task ChangeHeadlineAsync(Newsroom newsroom, Article article, string headline) => newsroom.ActAsync(article, async (publication, row) =>
    {
        row.SaveDraft(row.Draft.Content with { Headline = headline }, row.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        await publication.PublishAsync(row, 0);
    });

    private static void Copy(string from, string to)
    {
        SqliteConnection.ClearAllPools();
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(to + ending);
            if (File.Exists(from + ending)) File.Copy(from + ending, to + ending);
        }
    }
}
