using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Planning.Needs;
using Broadsheet.Settings;
using Broadsheet.Tests.Accounts;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Planning;

public sealed class FlashTests
{
    [Fact]
    public async Task A_headline_and_a_sentence_go_out_and_the_mark_ends_when_the_story_is_whole_or_its_time_is_over()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var section = $"{newsroom.City.PublicId}";

        var refused = await editor.SubmitAsync("/newsroom/flash", ("Headline", "Harbour wall falls"), ("Sentence", ""), ("Section", section), ("Hours", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Harbour wall falls", await refused.Content.ReadAsStringAsync());
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Articles.CountAsync()));

        await SendAsync("Harbour wall falls");
        var article = await newsroom.AskAsync(newspaper => newspaper.Articles.SingleAsync());
        Assert.Contains("class=\"more-follows\"", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));
        Assert.Contains("More follows", await newsroom.Client.GetStringAsync("/"));
        Assert.Contains("Choose a lead picture.", await editor.ReadAsync($"/newsroom/articles/{article.Id}/checklist"));
        Assert.Contains("Flashes to fill", await editor.ReadAsync("/newsroom"));

        // Everything that its section asks for is there: nobody has to think of the mark.
        var levels = new Dictionary<Need, NeedLevel> { [Need.Standfirst] = NeedLevel.Asked, [Need.Body] = NeedLevel.Asked };
        await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(
            new PublishingNeeds { Sections = new Dictionary<Guid, IReadOnlyDictionary<Need, NeedLevel>> { [newsroom.City.PublicId] = levels } }, 0, newsroom.Clock.GetUtcNow()));
        await newsroom.ActAsync(article, async (publication, found) =>
        {
            found.SaveDraft(found.Draft.Content with { Standfirst = "Nobody was hurt" }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            await publication.PublishAsync(found, 0);
        });
        await RunJobsAsync(newsroom);
        Assert.Null((await newsroom.ReloadAsync(article)).MoreFollowsUntil);
        Assert.DoesNotContain("more-follows", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));

        await SendAsync("The bridge, too");
        newsroom.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));
        await RunJobsAsync(newsroom);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Articles.CountAsync(row => row.MoreFollowsUntil != null)));

        async Task SendAsync(string headline)
        {
            var sent = await editor.SubmitAsync("/newsroom/flash", ("Headline", headline), ("Sentence", "It happened at noon."), ("Section", section), ("Hours", "2"));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }
    }

    internal static async Task RunJobsAsync(Newsroom newsroom)
    {
        var worker = newsroom.App.Services.GetServices<IHostedService>().OfType<JobWorker>().Single();
        while (await worker.RunNextAsync(TestContext.Current.CancellationToken)) { }
        // The program's own worker may have begun one a moment before.
        while (await newsroom.AskAsync(newspaper => newspaper.Set<Job>().AnyAsync(job => job.DoneAt == null && job.DueAt <= newsroom.Clock.GetUtcNow() && job.Attempts == 0))) await Task.Delay(20);
    }
}
