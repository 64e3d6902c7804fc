using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Tests.Paper.Press;

/// <summary>Two nodes on one PostgreSQL: what one does is true on the other, and happens once.</summary>
public sealed class TwoNodeTests : IAsyncLifetime
{
    private Newsroom newsroom = null!;
    private SecondNode other = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync(On.Postgres);
        other = await SecondNode.OfAsync(newsroom);
    }

    public async ValueTask DisposeAsync()
    {
        await other.DisposeAsync();
        await newsroom.DisposeAsync();
    }

    [Fact]
    public async Task What_is_published_and_withdrawn_on_one_is_so_on_the_other()
    {
        Assert.DoesNotContain("Harbour wall falls", await other.Client.GetStringAsync("/"), StringComparison.Ordinal);

        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await other.BecomesAsync("/", page => page.Contains("Harbour wall falls", StringComparison.Ordinal));
        await other.BecomesAsync($"/city/{article.Slug}", page => page.Contains("Harbour wall falls", StringComparison.Ordinal));

        await newsroom.ActAsync(article, (publication, found) => publication.WithdrawAsync(found, new(WithdrawalKind.Mistake, "Too early", 0, newsroom.Clock.GetUtcNow())));
        await other.BecomesAsync("/", page => !page.Contains("Harbour wall falls", StringComparison.Ordinal));
        await other.BecomesAsync($"/city/{article.Slug}", page => !page.Contains("Harbour wall falls", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/city/{article.Slug}")).StatusCode);
    }

    [Fact]
    public async Task Hints_that_are_cut_off_during_fifty_edits_change_nothing_but_the_pace()
    {
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Wall falls 0 times"));
        using var end = new CancellationTokenSource();
        var cutting = CutAsync(end.Token);

        for (var edit = 1; edit <= 50; edit++)
        {
            var headline = $"Wall falls {edit} times";
            await newsroom.ActAsync(article, async (publication, found) =>
            {
                found.SaveDraft(found.Draft.Content with { Headline = headline }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
                await publication.PublishAsync(found, 0);
            });
            if (edit % 10 == 0) await other.BecomesAsync("/", page => page.Contains(headline, StringComparison.Ordinal));
        }
        var cut = await end.CancelAsync().ContinueWith(_ => cutting).Unwrap();

        await other.BecomesAsync($"/city/{article.Slug}", page => page.Contains("Wall falls 50 times", StringComparison.Ordinal));
        Assert.Equal(await newsroom.Client.GetStringAsync("/latest"), await other.BecomesAsync("/latest", page => page.Contains("Wall falls 50 times", StringComparison.Ordinal)));
        Assert.True(cut > 0, "Nobody listened, so nothing was cut.");
    }

    [Fact]
    public async Task Twenty_scheduled_stories_go_out_once_each()
    {
        for (var story = 1; story <= 20; story++)
        {
            var draft = await newsroom.DraftAsync($"Story {story}");
            await newsroom.ActAsync(draft, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddHours(1), 0));
        }

        newsroom.Clock.Advance(TimeSpan.FromHours(1));

        for (var given = DateTimeOffset.UtcNow.AddMinutes(1); await DueAsync() > 0; await Task.Delay(50)) Assert.True(DateTimeOffset.UtcNow < given);
        var (versions, attempts) = await newsroom.AskAsync(async newspaper => (
            await newspaper.ArticleVersions.GroupBy(version => version.ArticleId).Select(group => group.Count()).ToListAsync(),
            await newspaper.Set<Job>().Where(job => job.Kind == nameof(ScheduledPublication)).Select(job => job.Attempts).ToListAsync()));
        Assert.Equal(Enumerable.Repeat(1, 20), versions);
        Assert.Equal(Enumerable.Repeat(1, 20), attempts);
        await other.BecomesAsync("/latest", page => page.Contains("Story 20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_signs_in_on_one_works_on_the_other()
    {
        using var editor = await newsroom.AsAsync(Role.Editor);
        var cookies = string.Join("; ", editor.Cookies.Select(one => $"{one.Key}={one.Value}"));
        using var form = new HttpRequestMessage(HttpMethod.Post, "/newsroom/articles")
        {
            Headers = { { "Cookie", cookies }, { "Accept", "text/html" } },
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", editor.Token)]),
        };

        var answer = await other.Client.SendAsync(form);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Articles.CountAsync()));
    }

    private Task<int> DueAsync() => newsroom.AskAsync(newspaper => newspaper.Set<Job>().CountAsync(job => job.DoneAt == null && job.Kind == nameof(ScheduledPublication)));

    /// <summary>Ends every connection that listens, again and again.</summary>
    private async Task<int> CutAsync(CancellationToken end)
    {
        var cut = 0;
        await using var connection = new NpgsqlConnection(PostgresConnections.To(newsroom.Machine.Database));
        await connection.OpenAsync(CancellationToken.None);
        while (!end.IsCancellationRequested)
        {
            await using var command = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'", connection);
            cut += Convert.ToInt32(await command.ExecuteScalarAsync(CancellationToken.None), System.Globalization.CultureInfo.InvariantCulture);
            await Task.Delay(20, CancellationToken.None);
        }
        return cut;
    }
}
