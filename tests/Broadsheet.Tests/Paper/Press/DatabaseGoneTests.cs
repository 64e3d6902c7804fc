using System.Net;
using System.Net.Http.Json;
using Broadsheet.Accounts;
using Broadsheet.Bench;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;

namespace Broadsheet.Tests.Paper.Press;

/// <summary>Promise 10: the paper stays up while its database is away, and comes back by itself. (bin/bench outage does it for a minute.)</summary>
public sealed class DatabaseGoneTests
{
    [Fact]
    public async Task Made_pages_are_read_and_writes_are_told_to_wait_until_it_is_back()
    {
        // As an operator runs it: without, what was committed last (the editor's session) may be gone with the stop.
        await using var postgres = await PostgresServer.StartAsync(syncs: true);
        await postgres.ExecuteAsync("CREATE DATABASE paper");
        await using var newsroom = await Newsroom.OpenAsync(On.Sqlite, machine => machine with { Database = postgres.ConnectionTo("paper") });
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var wire = new HttpClient { BaseAddress = newsroom.Client.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", await newsroom.TokenAsync(Role.Editor)) } };
        string[] made = ["/", "/latest", "/city", $"/city/{article.Slug}", "/feed.xml"];
        foreach (var page in made) await newsroom.Client.GetStringAsync(page);

        await postgres.StopAsync();
        for (var times = 0; times < 20; times++)
        {
            foreach (var page in made) Assert.Equal(HttpStatusCode.OK, (await newsroom.Client.GetAsync(page)).StatusCode);
        }
        await RefusesAsync(await newsroom.Client.GetAsync("/by/nobody-yet"));
        await RefusesAsync(await newsroom.Client.GetAsync("/health/ready"), saysWhen: false);
        await RefusesAsync(await editor.SubmitAsync("/newsroom/articles"));
        await RefusesAsync(await wire.PostAsJsonAsync("/api/v1/articles", new { headline = "Lost?", section = "city" }));
        Assert.Equal(HttpStatusCode.OK, (await newsroom.Client.GetAsync("/health/live")).StatusCode);

        await postgres.StartAgainAsync();
        for (var given = DateTimeOffset.UtcNow.AddMinutes(1); (await newsroom.Client.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK; await Task.Delay(50)) Assert.True(DateTimeOffset.UtcNow < given);
        await newsroom.PublishAsync(await newsroom.DraftAsync("Council votes"));
        Assert.Contains("Council votes", await newsroom.Client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await editor.SubmitAsync("/newsroom/articles")).StatusCode);
    }

    private static async Task RefusesAsync(HttpResponseMessage answer, bool saysWhen = true)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        if (saysWhen) Assert.NotNull(answer.Headers.RetryAfter);
    }
}
