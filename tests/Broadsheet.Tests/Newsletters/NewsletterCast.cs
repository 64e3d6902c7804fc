using Broadsheet.Editions;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Newsletters.Schedule;
using Broadsheet.Readers;
using Broadsheet.Settings;
using Broadsheet.Tests.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace Broadsheet.Tests.Newsletters;

/// <summary>A paper with a newsletter, and its workers at rest, so that a test says when they work.</summary>
internal static class NewsletterCast
{
    extension(Newsroom newsroom)
    {
        public IssueWorker Sender => newsroom.App.Services.GetServices<IHostedService>().OfType<IssueWorker>().Single();

        public IssuePlanner Planner => newsroom.App.Services.GetServices<IHostedService>().OfType<IssuePlanner>().Single();

        /// <summary>A newsletter of the paper's edition, which has a postal address.</summary>
        public async Task<Newsletter> NewsletterAsync(string name = "The Morning Tide", string slug = "tide")
        {
            await newsroom.Sender.StopAsync(default);
            await newsroom.Planner.StopAsync(default);
            var newsletter = new Newsletter(newsroom.Edition.Id, name, slug, 0);
            await newsroom.ChangeAsync(newspaper =>
            {
                newspaper.Newsletters.Add(newsletter);
                newspaper.SetSettingOf(newsroom.Edition.Id, new PostalAddress { Lines = "1 Quay, Harbour" }, 0, newsroom.Clock.GetUtcNow());
            });
            return newsletter;
        }

        public Task<Subscription> SubscribeAsync(Newsletter newsletter, string name, string domain = "harbour.example") => newsroom.AskAsync(async newspaper =>
        {
            var reader = await newspaper.ReaderOfAsync(ReaderAddress.Read($"{name}@{domain}")!, newsroom.Edition.Id, newsroom.Clock.GetUtcNow(), default);
            await newspaper.SaveChangesAsync();
            var subscription = new Subscription(reader.Id, newsletter.Id);
            subscription.Start(new(newsroom.Clock.GetUtcNow(), Confirmed.ByMail, "/", "Yes"));
            newspaper.Subscriptions.Add(subscription);
            await newspaper.SaveChangesAsync();
            return subscription;
        });

        /// <summary>Has a newsletter go out by itself.</summary>
        public Task ScheduleAsync(Newsletter newsletter, Rhythm rhythm, string at, FillingRules? rules = null, DayOfWeek day = DayOfWeek.Monday) => newsroom.AskAsync(async newspaper =>
        {
            var schedule = new NewsletterSchedule(newsletter.Id);
            schedule.Choose(rhythm, day, TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), rules ?? new(Filling.Newest, [], 8), newsroom.Edition, newsroom.Clock.GetUtcNow());
            newspaper.NewsletterSchedules.Add(schedule);
            return await newspaper.SaveChangesAsync();
        });

        /// <summary>The clock stands at the next such time of the edition's day.</summary>
        public void GoTo(string time)
        {
            var (now, local) = (newsroom.Clock.GetUtcNow(), newsroom.Edition.LocalTime(newsroom.Clock.GetUtcNow()).Date);
            var at = TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan();
            newsroom.Clock.Advance(Enumerable.Range(0, 3).Select(days => newsroom.Edition.InstantOf(local.AddDays(days) + at)).First(instant => instant > now) - now);
        }

        /// <summary>Makes, starts and sends what is due now.</summary>
        public async Task SendIssuesAsync()
        {
            await newsroom.Planner.PlanDueAsync(default);
            await newsroom.RunJobsAsync();
            await newsroom.Sender.SendDueAsync(default);
        }

        /// <summary>Has some stories go out now; <see cref="SendIssuesAsync"/> hands them over.</summary>
        public async Task<Issue> StartAsync(Newsletter newsletter, params IReadOnlyList<long> stories)
        {
            var issue = Issue.Automatic(newsletter.Id, stories, newsroom.Clock.GetUtcNow());
            issue.Schedule(newsroom.Clock.GetUtcNow());
            await newsroom.ChangeAsync(newspaper => newspaper.Issues.Add(issue));
            await newsroom.ChangeAsync(newspaper => newspaper.Enqueue(new StartIssue(issue.Id, issue.Revision), newsroom.Clock.GetUtcNow()));
            await newsroom.RunJobsAsync();
            return issue;
        }

        public Task<List<Issue>> IssuesAsync() => newsroom.AskAsync(newspaper => newspaper.Issues.AsNoTracking().OrderBy(row => row.Id).ToListAsync());
    }

    /// <summary>The issues' mails that came, without those of the program to one person.</summary>
    public static async Task<List<MimeMessage>> BulkAsync(this Postbox postbox)
    {
        var all = new List<MimeMessage>();
        foreach (var text in await postbox.ReadAsync()) all.Add(await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))));
        return [.. all.Where(mail => mail.Headers.Contains(HeaderId.ListId))];
    }

    /// <summary>A paper whose day begins: a session made now outlasts what the test does on it, at whatever hour it runs (staff's end after a day unused).</summary>
    public static async Task<Newsroom> OpenAsync(Postbox postbox, Storage.On on = Storage.On.Sqlite, Func<Machine.MachineSettings, Machine.MachineSettings>? settings = null)
    {
        var newsroom = await Readers.ReaderBrowser.OpenAsync(postbox, on, machine => (settings ?? (same => same))(machine with { Mail = machine.Mail with { Connections = 1 } }));
        newsroom.GoTo("05:00");
        return newsroom;
    }
}
