using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Broadsheet.Tests.Corrections;

/// <summary>No gate ever blocks a correction or a withdrawal: each check that the program registers says no, and both go through by every road.</summary>
public sealed class NeverBlockedTests
{
    [Fact]
    public async Task Every_check_says_no_and_what_is_wrong_is_put_right_all_the_same()
    {
        var refusing = new Refusal();
        await using var newsroom = await Newsroom.OpenAsync(services: services => SayNo(services, refusing));
        using var editor = await newsroom.AsAsync(Role.Editor);
        var checks = newsroom.App.Services.CreateScope().ServiceProvider.GetServices<IPublicationCheck>().ToList();
        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.IsType<SaysNo>(check));
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var other = await newsroom.PublishAsync(await newsroom.DraftAsync("Market opens"));
        var path = $"/newsroom/articles/{story.Id}";
        refusing.Refuses = true;

        // The control: what is no correction is held back by each of them.
        await ChangeAsync(newsroom, story, content => content with { Headline = "Harbour wall stands", Section = null });
        var held = await (await editor.SubmitAsync($"{path}/publication/question", [.. AskingTests.Hidden(await editor.ReadAsync($"{path}/publication/question?draft=true")), ("Answer", "None")])).Content.ReadAsStringAsync();
        Assert.Equal(checks.Count, held.Split("says no").Length - 1);
        Assert.Contains("Harbour wall falls", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));

        // Changes with a correction go out, although the draft has not even a section.
        await editor.SubmitAsync($"{path}/publication/question", [.. AskingTests.Hidden(await editor.ReadAsync($"{path}/publication/question?draft=true")), ("Answer", "Correction"), ("Kind", "Correction"), ("Text", "It stands.")]);
        Assert.Contains("Harbour wall stands", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));
        var log = await newsroom.AskAsync(newspaper => newspaper.AuditEntries.SingleAsync(row => row.Act == "correction-past-checks"));
        Assert.Contains("It stands. —", log.Reason);
        Assert.Contains("says no", log.Reason);

        // Fix now, a correction without a change, and the API's.
        await editor.SubmitAsync($"{path}/fix", [.. AskingTests.Hidden(await editor.ReadAsync($"{path}/fix")), ("Headline", "Harbour wall stands firm"), ("Answer", "None")]);
        Assert.Contains("Harbour wall stands firm", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));
        var shown = (await newsroom.ReloadAsync(story)).PublishedVersionId;
        await editor.SubmitAsync($"{path}/corrections", ("shown", $"{shown}"), ("Kind", "EditorsNote"), ("Text", "A note."));
        using var asked = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/articles/{story.PublicId}/corrections") { Content = JsonContent.Create(new { kind = "clarification", text = "By the wire." }) };
        asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await newsroom.TokenAsync(Role.Editor));
        Assert.Equal(HttpStatusCode.Created, (await newsroom.Client.SendAsync(asked)).StatusCode);
        var page = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.All(["It stands.", "A note.", "By the wire."], words => Assert.Contains(words, page));

        // Withdrawing, while somebody types in the draft; and by the API.
        var withdrawal = ("shown", $"{shown}");
        await ChangeAsync(newsroom, story, content => content with { Headline = "Typing on" });
        await editor.SubmitAsync($"{path}/withdrawal", withdrawal, ("Kind", "mistake"), ("Reason", "Not so"));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/city/harbour-wall-falls")).StatusCode);
        using var taken = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/articles/{other.PublicId}/withdrawal") { Content = JsonContent.Create(new { revision = 2, kind = "retraction", reason = "Not so", notice = "We were wrong." }) };
        taken.Headers.Authorization = asked.Headers.Authorization;
        Assert.Equal(HttpStatusCode.OK, (await newsroom.Client.SendAsync(taken)).StatusCode);
    }

    private static void SayNo(IServiceCollection services, Refusal refusing)
    {
        var checks = services.Where(service => service.ServiceType == typeof(IPublicationCheck)).ToList();
        services.RemoveAll<IPublicationCheck>();
        foreach (var check in checks) services.AddScoped<IPublicationCheck>(_ => new SaysNo(check.ImplementationType?.Name ?? "A check", refusing));
    }

    private static Task ChangeAsync(Newsroom newsroom, Article article, Func<ArticleContent, ArticleContent> change) => newsroom.AskAsync(async newspaper =>
    {
        var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == article.Id);
        found.SaveDraft(change(found.Draft.Content), found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        return await newspaper.SaveChangesAsync();
    });

    private sealed class Refusal
    {
        public bool Refuses { get; set; }
    }

    private sealed class SaysNo(string name, Refusal refusing) : IPublicationCheck
    {
        public Task<IReadOnlyList<NotReadyException.Problem>> CheckAsync(Article article, ArticleContent content, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<NotReadyException.Problem>>(refusing.Refuses ? [new("Body", $"{name} says no.")] : []);
    }
}
