using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage.Outbox;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Jobs;

/// <summary>Jobs that gave up, as an administrator finds them.</summary>
public sealed class StuckJobsTests
{
    [Theory, OnBoth]
    public async Task One_that_gave_up_says_why_and_is_done_when_tried_again_without_the_reason(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var administrator = await newsroom.AsAsync(Role.Administrator);
        var article = await newsroom.DraftAsync("Morning edition");
        await newsroom.ActAsync(article, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddMinutes(1), 0));
        await SetSectionAsync(newsroom, Guid.NewGuid());
        var job = await GiveUpAsync(newsroom);

        var page = await administrator.ReadAsync("/newsroom/jobs");
        Assert.Contains("A scheduled story goes out", page);
        Assert.Contains("This section does not exist", page);
        Assert.Contains("(Europe/London)", page);
        Assert.Contains("/newsroom/jobs", await administrator.ReadAsync("/newsroom/paper"));

        await SetSectionAsync(newsroom, newsroom.City.PublicId);
        await administrator.SubmitAsync($"/newsroom/jobs/{job}/attempt");
        await newsroom.RunJobsAsync();

        Assert.True((await newsroom.ReloadAsync(article)).IsPublished);
        Assert.Contains("Nothing gave up.", await administrator.ReadAsync("/newsroom/jobs"));
        Assert.Equal("job-tried-again", await newsroom.AskAsync(newspaper => newspaper.AuditEntries.Select(row => row.Act).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task One_is_dropped_for_good_and_a_waiting_one_cannot_be(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var administrator = await newsroom.AsAsync(Role.Administrator);
        await EnqueueAsync(newsroom, newsroom.Clock.GetUtcNow());
        var stuck = await GiveUpAsync(newsroom);
        await EnqueueAsync(newsroom, newsroom.Clock.GetUtcNow().AddDays(1));
        var waiting = await newsroom.AskAsync(newspaper => newspaper.Set<Job>().Where(row => row.Id != stuck).MaxAsync(row => row.Id));

        foreach (var id in new[] { stuck, stuck, waiting })
            Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync($"/newsroom/jobs/{id}/removal")).StatusCode);

        Assert.Equal([waiting], await newsroom.AskAsync(newspaper => newspaper.Set<Job>().Where(row => row.DoneAt == null).Select(row => row.Id).ToListAsync()));
        var entry = await newsroom.AskAsync(newspaper => newspaper.AuditEntries.SingleAsync(row => row.Act == "job-dropped"));
        Assert.Equal(nameof(ScheduledPublication), entry.Reason);
    }

    [Fact]
    public async Task A_publisher_is_not_asked_about_jobs()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);

        Assert.Equal(HttpStatusCode.Forbidden, (await publisher.GetAsync("/newsroom/jobs")).StatusCode);
        Assert.DoesNotContain("/newsroom/jobs", await publisher.ReadAsync("/newsroom/paper"));
    }

    private static Task<int> EnqueueAsync(Newsroom newsroom, DateTimeOffset at) => newsroom.AskAsync(newspaper =>
    {
        // No such article: it fails each time.
        newspaper.Enqueue(new ScheduledPublication(999_999, 1, at), at);
        return newspaper.SaveChangesAsync();
    });

    private static async Task<long> GiveUpAsync(Newsroom newsroom)
    {
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        await newsroom.RunJobsAsync(() => newsroom.Clock.Advance(TimeSpan.FromMinutes(11)));
        return await newsroom.AskAsync(newspaper => newspaper.Set<Job>().GivenUp().Select(row => row.Id).SingleAsync());
    }

    // What was scheduled is frozen; what its section is called is not.
    private static Task<int> SetSectionAsync(Newsroom newsroom, Guid id) => newsroom.AskAsync(newspaper =>
        newspaper.WriteAsync(() => newspaper.Set<Broadsheet.Sections.Section>().Where(row => row.Slug == "city").ExecuteUpdateAsync(set => set.SetProperty(row => row.PublicId, id))));
}
