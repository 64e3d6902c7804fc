using Broadsheet.Machine;
using Broadsheet.Paper.Edge;
using Broadsheet.Storage.Changes;
using Broadsheet.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Broadsheet.Tests.Paper.Edge;

/// <summary>What the edge is told, by the fake clock: Cloudflare's API is played by <see cref="EdgeStandIn"/>.</summary>
public sealed class EdgePurgerTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private Newsroom _newsroom = null!;
    private EdgeStandIn _edge = null!;
    private EdgePurger _purger = null!;

    [Theory]
    [OnBoth]
    public async Task An_edge_that_refuses_for_five_minutes_is_told_of_everything_once_when_it_answers(On on)
    {
        await OpenAsync(on);
        var (began, refusals) = (_newsroom.Clock.GetUtcNow(), 0);
        _edge.Answer = http =>
        {
            http.Response.StatusCode = ++refusals % 2 == 0 ? 500 : 429;
            if (refusals % 2 == 1) http.Response.Headers.RetryAfter = "7";
            return Task.CompletedTask;
        };

        for (var second = 0; second < 300; second++)
        {
            if (second % 30 == 0) await TouchAsync($"articles:{second}");
            await SecondAsync();
        }
        var refused = _edge.Requests.ToList();
        Assert.InRange(refused.Count, 4, 25);
        Assert.True(MostInAMinute() <= 5, "more than five requests in a minute");
        // After each 429 it waited as it was asked to.
        Assert.All(refused.Zip(refused.Skip(1)).Where((_, n) => n % 2 == 0), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(7)));

        _edge.Requests.Clear();
        _edge.Answer = EdgeStandIn.Yes;
        for (var second = 0; second < 120; second++) await SecondAsync();

        var told = Assert.Single(_edge.Requests);
        Assert.Equal(EdgeTag.ToPurge(Enumerable.Range(0, 10).Select(n => $"articles:{n * 30}")), told.Tags.ToHashSet());
    }

    [Fact]
    public async Task No_minute_holds_more_requests_than_Cloudflare_takes_and_the_last_change_is_told_soon()
    {
        await OpenAsync(On.Sqlite);
        var last = _newsroom.Clock.GetUtcNow();
        for (var second = 0; second < 600; second++)
        {
            if (second % 3 == 0)
            {
                // The clock is the real one moved on, so it is not known in which second a purge goes out.
                last = _newsroom.Clock.GetUtcNow();
                await TouchAsync($"articles:{second}", $"list:latest:{second}", $"sections:{second}");
            }
            await SecondAsync();
        }
        for (var second = 0; second < 60; second++) await SecondAsync();

        Assert.InRange(_edge.Requests.Count, 25, 55);
        Assert.InRange(MostInAMinute(), 3, 5);
        Assert.All(_edge.Requests, request => Assert.InRange(request.Tags.Count, 1, 100));
        Assert.Contains(_edge.Requests.Where(request => request.At > last), request => EdgeTag.ToPurge(["articles:597"]).Overlaps(request.Tags));
        Assert.InRange(_edge.Requests.Last().At - last, TimeSpan.Zero, TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task A_single_change_is_told_at_once_but_not_before_every_node_can_know_of_it()
    {
        await OpenAsync(On.Sqlite);
        await TouchAsync("articles:1");
        await _purger.PurgeNextAsync(default);
        _newsroom.Clock.Advance(EdgeHeaders.Deaf / 2);
        await _purger.PurgeNextAsync(default);
        Assert.Empty(_edge.Requests);

        _newsroom.Clock.Advance(EdgeHeaders.Deaf);
        await _purger.PurgeNextAsync(default);

        var told = Assert.Single(_edge.Requests);
        Assert.Equal(("POST", "/zones/zone%20one/purge_cache", "Bearer secret"), (told.Method, told.Path.Replace(" ", "%20", StringComparison.Ordinal), told.Headers["Authorization"]));
        Assert.Equal(EdgeTag.ToPurge(["articles:1"]), told.Tags.ToHashSet());
    }

    [Theory]
    [OnBoth]
    public async Task A_program_that_starts_again_tells_what_was_not_told_and_nothing_twice(On on)
    {
        await OpenAsync(on);
        await TouchAsync("articles:1");
        for (var second = 0; second < 3; second++) await SecondAsync();
        _edge.Answer = http => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        await TouchAsync("articles:2");
        for (var second = 0; second < 3; second++) await SecondAsync();

        _edge.Answer = EdgeStandIn.Yes;
        _edge.Requests.Clear();
        _purger = Purger();
        for (var second = 0; second < 90; second++) await SecondAsync();

        Assert.Equal(EdgeTag.ToPurge(["articles:2"]), Assert.Single(_edge.Requests).Tags.ToHashSet());
    }

    [Theory]
    [OnBoth]
    public async Task Of_two_nodes_one_tells(On on)
    {
        await OpenAsync(on);
        var other = Purger();
        for (var change = 0; change < 5; change++)
        {
            await TouchAsync($"articles:{change}");
            for (var second = 0; second < 25; second++)
            {
                _newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.WhenAll(_purger.PurgeNextAsync(default), other.PurgeNextAsync(default));
            }
        }

        Assert.Equal(Enumerable.Range(0, 5).SelectMany(n => EdgeTag.ToPurge([$"articles:{n}"])).Order(), _edge.Requests.SelectMany(request => request.Tags).Order());
    }

    [Fact]
    public async Task A_change_that_appears_after_a_later_one_is_told_too()
    {
        await OpenAsync(On.Sqlite);
        var last = await _newsroom.AskAsync(newspaper => newspaper.Set<Invalidation>().MaxAsync(row => row.Id));
        await AddAsync(last + 2, "articles:2");
        for (var second = 0; second < 5; second++) await SecondAsync();
        await AddAsync(last + 1, "articles:1");
        for (var second = 0; second < 60; second++) await SecondAsync();

        Assert.Equal([EdgeTag.ToPurge(["articles:2"]), EdgeTag.ToPurge(["articles:1"])], _edge.Requests.Select(request => request.Tags.ToHashSet()));
    }

    [Fact]
    public async Task What_would_take_too_many_requests_purges_all_pages_and_what_was_forgotten_everything()
    {
        await OpenAsync(On.Sqlite);
        var picture = ChangeKey.List(EdgeTag.AlonePrefix + "picture:1");
        await TouchAsync([.. Enumerable.Range(0, 200).Select(n => $"articles:{n}"), picture]);
        for (var second = 0; second < 3; second++) await SecondAsync();
        Assert.Equal(EdgeTag.ToPurge([EdgeTag.ProgramKey, picture]), Assert.Single(_edge.Requests).Tags.ToHashSet());

        // Rows are kept for two days; the edge may have refused for longer.
        var last = await _newsroom.AskAsync(newspaper => newspaper.Set<Invalidation>().MaxAsync(row => row.Id));
        await AddAsync(last + 9, "articles:1");
        _edge.Requests.Clear();
        await _newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Set<Invalidation>().Where(row => row.Id <= last).ExecuteDeleteAsync()));
        for (var second = 0; second < 60; second++) await SecondAsync();
        Assert.Equal([EdgeTag.All], _edge.Requests.First().Tags);
        Assert.Equal(EdgeTag.ToPurge(["articles:1"]), _edge.Requests.Last().Tags.ToHashSet());
        Assert.Equal(2, _edge.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_does_not_say_it_purged_is_a_refusal()
    {
        await OpenAsync(On.Sqlite);
        _edge.Answer = http => http.Response.WriteAsync("""{"success": false}""");
        await TouchAsync("articles:1");
        for (var second = 0; second < 120; second++) await SecondAsync();

        Assert.True(_edge.Requests.Count > 2);
        Assert.True(MostInAMinute() <= 5);
    }

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        await _edge.DisposeAsync();
    }

    // The newsroom itself has no edge, so that the only purger is ours and waits for our clock.
    private async Task OpenAsync(On on)
    {
        _newsroom = await Newsroom.OpenAsync(on, services: EdgeClient.Configure);
        _edge = await EdgeStandIn.StartAsync(_newsroom.Clock);
        _purger = Purger();
        // A new edge is told to forget everything.
        await SecondAsync();
        Assert.Equal([EdgeTag.All], Assert.Single(_edge.Requests).Tags);
        for (var second = 0; second < 60; second++) await SecondAsync();
        _edge.Requests.Clear();
    }

    private EdgePurger Purger()
    {
        var settings = new EdgeSettings { Driver = "cloudflare", Address = _edge.Address, Zone = "zone one", Token = "secret" };
        var services = _newsroom.App.Services;
        return new(services.GetRequiredService<IServiceScopeFactory>(), EdgeDrivers.Of(settings)!, settings,
            new EdgeClient(services.GetRequiredService<IHttpClientFactory>(), _newsroom.Clock), _newsroom.Clock, NullLogger<EdgePurger>.Instance);
    }

    private async Task SecondAsync()
    {
        await _purger.PurgeNextAsync(default);
        _newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private Task TouchAsync(params string[] keys) => _newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () =>
    {
        foreach (var key in keys) await newspaper.TouchAsync(key);
        return true;
    }));

    private Task AddAsync(long id, string keys) => _newsroom.AskAsync(newspaper =>
        newspaper.WriteAsync(() => newspaper.Database.ExecuteSqlAsync($"INSERT INTO invalidations (id, keys, made_at) VALUES ({id}, {keys}, {DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()})")));

    private int MostInAMinute() => _edge.Requests.Max(first => _edge.Requests.Count(other => other.At >= first.At && other.At - first.At < Minute));
}
