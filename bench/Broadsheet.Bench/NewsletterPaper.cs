using System.Security.Cryptography;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Readers;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

/// <summary>A paper with a newsletter, its subscribers, and an issue that is to go out, for the real program to find.</summary>
public sealed class NewsletterPaper : IAsyncDisposable
{
    private NewsletterPaper(MachineSettings machine) => Machine = machine;

    public MachineSettings Machine { get; }

    /// <summary>What the program is told by its environment; it signs, as a paper should.</summary>
    public (string Name, string Value)[] Settings => [("Mail:Server", Machine.Mail.Server), ("Mail:From", Machine.Mail.From), ("Mail:DkimSelector", Machine.Mail.DkimSelector), ("Mail:DkimKeyFile", Machine.Mail.DkimKeyFile)];

    public static async Task<NewsletterPaper> MakeAsync(MailSink sink, int subscribers)
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-newsletter-").FullName;
        var key = Path.Combine(folder, "dkim.pem");
        using (var rsa = RSA.Create(2048)) await File.WriteAllTextAsync(key, rsa.ExportPkcs8PrivateKeyPem());
        var mail = new MailSettings { Server = $"smtp://127.0.0.1:{sink.Port}", From = "The Bench <bench@harbour.example>", DkimSelector = "bench", DkimKeyFile = key };
        var paper = new NewsletterPaper(new MachineSettings { Data = folder, Mail = mail });
        await using var app = Program.Build(paper.Machine);
        await app.PrepareAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await CastAsync(scope.ServiceProvider.GetRequiredService<Newspaper>(), scope.ServiceProvider.GetRequiredService<Publication>(), subscribers);
        return paper;
    }

    /// <summary>Asks the paper, from beside the program that runs it.</summary>
    public async Task<T> AskAsync<T>(Func<Newspaper, IServiceProvider, Task<T>> ask)
    {
        await using var app = Program.Build(Machine);
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<Newspaper>(), scope.ServiceProvider);
    }

    /// <summary>Has the issue sent now, and asks for it twice.</summary>
    public Task StartAsync() => AskAsync(async (newspaper, _) =>
    {
        var issue = await newspaper.Issues.SingleAsync();
        issue.Schedule(DateTimeOffset.UtcNow);
        for (var ask = 1; ask <= 2; ask++) newspaper.Enqueue(new StartIssue(issue.Id, issue.Revision), DateTimeOffset.UtcNow, $"issue/{ask}");
        return await newspaper.SaveChangesAsync();
    });

    /// <summary>Waits until the program says that all of it is sent.</summary>
    public async Task SentAsync(TimeSpan patience)
    {
        for (var until = DateTimeOffset.UtcNow + patience; DateTimeOffset.UtcNow < until; await Task.Delay(250))
            if (await AskAsync((newspaper, _) => newspaper.Issues.AnyAsync(row => row.State == IssueState.Sent))) return;
        throw new InvalidOperationException($"The issue is not sent after {patience}.");
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Machine.Data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task CastAsync(Newspaper newspaper, Publication publication, int subscribers)
    {
        var now = DateTimeOffset.UtcNow;
        var edition = new Edition("", "The Bench", "en", "Europe/London", 0);
        newspaper.Editions.Add(edition);
        await newspaper.SaveChangesAsync();
        var section = new Section(edition.Id, "City", "city", 0);
        var newsletter = new Newsletter(edition.Id, "The Morning Tide", "tide", 0);
        var readers = Enumerable.Range(1, subscribers).Select(number => new Reader(ReaderAddress.Read($"reader{number}@harbour.example")!, edition.Id, now)).ToList();
        newspaper.AddRange([section, newsletter, .. readers]);
        await newspaper.SaveChangesAsync();

        var stories = new List<Article>();
        for (var number = 1; number <= 8; number++)
        {
            var story = new Article(edition.Id, now);
            story.SaveDraft(new ArticleContent { Headline = $"Harbour wall falls for the {number}th time", Standfirst = "The council votes on a new one tonight; the ferry waits, and nobody knows for how long.", Section = section.PublicId, Body = DraftDocument.OfText("The wall fell at noon.") }, story.Draft.Revision, 0, now);
            newspaper.Articles.Add(story);
            await newspaper.SaveChangesAsync();
            await publication.PublishAsync(await newspaper.Articles.ForActs().SingleAsync(row => row.Id == story.Id), 0);
            stories.Add(story);
        }

        foreach (var reader in readers)
        {
            var subscription = new Subscription(reader.Id, newsletter.Id);
            subscription.Start(new(now, Confirmed.ByMail, "/", "Yes"));
            newspaper.Subscriptions.Add(subscription);
        }
        var issue = new Issue(newsletter.Id, now);
        issue.Change("High water", "Eight stories", "Good morning.", [.. stories.Select(story => story.Id)], Segment.All);
        newspaper.Issues.Add(issue);
        newspaper.SetSettingOf(edition.Id, new PostalAddress { Lines = "1 Quay, Harbour" }, 0, now);
        await newspaper.SaveChangesAsync();
    }
}
