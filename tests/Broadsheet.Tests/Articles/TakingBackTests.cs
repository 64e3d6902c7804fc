using System.Collections.Concurrent;
using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage.Outbox;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Articles;

/// <summary>A first publication undone before anybody outside hears of it.</summary>
public sealed class TakingBackTests
{
    private readonly Told told = new();

    [Theory, OnBoth]
    public async Task Who_waits_is_never_told_and_the_story_is_a_draft_again(On on)
    {
        await using var newsroom = await OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Too early"));
        await newsroom.RunJobsAsync();
        newsroom.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Contains("Take back", await editor.ReadAsync(Path(article)));

        var answer = await editor.SubmitAsync(Path(article, "/publication/removal"), ("revision", "2"));
        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.RunJobsAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["at once: published", "at once: withdrawn"], told.What);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync($"/city/{article.Slug}")).StatusCode);
        Assert.DoesNotContain("Too early", await newsroom.Client.GetStringAsync("/city"));
        var page = await editor.ReadAsync(Path(article));
        Assert.Contains("<strong>Not out yet</strong>", page);
        Assert.DoesNotContain("Take back", page);
        Assert.Equal("take-back", await newsroom.AskAsync(newspaper => newspaper.AuditEntries.Select(row => row.Act).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task Published_again_it_is_new_and_told_once(On on)
    {
        await using var newsroom = await OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Too early"));
        await editor.SubmitAsync(Path(article, "/publication/removal"), ("revision", "2"));
        newsroom.Clock.Advance(TimeSpan.FromHours(2));

        var again = await newsroom.PublishAsync(article);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        await newsroom.RunJobsAsync();

        Assert.Equal(newsroom.Clock.GetUtcNow().AddMinutes(-2), again.PublishedAt!.Value, TimeSpan.FromSeconds(10));
        Assert.Equal(article.Slug, again.Slug);
        Assert.Single(told.What, "outside: published");
        Assert.Contains("Too early", await newsroom.Client.GetStringAsync("/city"));
    }

    [Theory, OnBoth]
    public async Task After_its_time_it_is_refused_with_advice(On on)
    {
        await using var newsroom = await OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Out"));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(61));

        var answer = await editor.SubmitAsync(Path(article, "/publication/removal"), ("revision", "2"));
        await newsroom.RunJobsAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Withdraw it instead.", await answer.Content.ReadAsStringAsync());
        Assert.True((await newsroom.ReloadAsync(article)).IsPublished);
        Assert.Contains("outside: published", told.What);
    }

    private Task<Newsroom> OpenAsync(On on) => Newsroom.OpenAsync(on, services: services => services.AddSingleton(told)
        .AddListener<ArticlePublished, AtOnce>().AddListener<ArticleWithdrawn, GoneAtOnce>()
        .AddListener<ArticlePublished, Outside>(TimeSpan.FromSeconds(60)).AddListener<ArticleWithdrawn, GoneOutside>(TimeSpan.FromSeconds(60)));

    private static string Path(Article article, string act = "") => $"/newsroom/articles/{article.Id}{act}";

    internal sealed class Told
    {
        public ConcurrentQueue<string> What { get; } = [];
    }

    internal sealed class AtOnce(Told told) : IJob<ArticlePublished>
    {
        public Task RunAsync(ArticlePublished work, string key, CancellationToken stop) { told.What.Enqueue("at once: published"); return Task.CompletedTask; }
    }

    internal sealed class GoneAtOnce(Told told) : IJob<ArticleWithdrawn>
    {
        public Task RunAsync(ArticleWithdrawn work, string key, CancellationToken stop) { told.What.Enqueue("at once: withdrawn"); return Task.CompletedTask; }
    }

    internal sealed class Outside(Told told) : IJob<ArticlePublished>
    {
        public Task RunAsync(ArticlePublished work, string key, CancellationToken stop) { told.What.Enqueue("outside: published"); return Task.CompletedTask; }
    }

    internal sealed class GoneOutside(Told told) : IJob<ArticleWithdrawn>
    {
        public Task RunAsync(ArticleWithdrawn work, string key, CancellationToken stop) { told.What.Enqueue("outside: withdrawn"); return Task.CompletedTask; }
    }
}
