using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Corrections;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.FrontPage;
using Broadsheet.Menus;
using Broadsheet.Messages;
using Broadsheet.Pictures;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Broadsheet.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

/// <summary>Changes a paper as its editors would, one random act at a time, through the types that the endpoints use.</summary>
internal sealed class RandomEdits(IServiceProvider services, string data, Random random)
{
    private int _count;

    /// <returns>What was done, and whether it is noticed by looking (a theme's file) and not at once.</returns>
    internal async Task<(string Kind, bool Waits)> NextAsync()
    {
        _count++;
        var acts = new (string Kind, Func<Newspaper, Publication, Task> Act, bool Waits)[]
        {
            ("text", (db, press) => RewriteAsync(db, press, content => content with { Body = DraftDocument.OfText($"Changed, {_count} times.") }), false),
            ("headline", (db, press) => RewriteAsync(db, press, content => content with { Headline = $"Headline {_count}" }), false),
            ("slug", (db, press) => RewriteAsync(db, press, content => content with { Slug = $"moved-{_count}" }), false),
            ("section", async (db, press) => { var section = await OneAsync(db.Sections); await RewriteAsync(db, press, content => content with { Section = section.PublicId }, section.EditionId); }, false),
            ("topic", async (db, press) => { var topic = await TopicAsync(db); await RewriteAsync(db, press, content => content with { Topics = [topic.PublicId] }, topic.EditionId); }, false),
            ("byline", async (db, press) => { var who = await WhoAsync(db); await RewriteAsync(db, press, content => content with { Bylines = [new Byline(who.PublicId)] }); }, false),
            ("kind", (db, press) => RewriteAsync(db, press, content => content with { Kind = random.Next(2) == 0 ? ArticleKind.Opinion : ArticleKind.News }), false),
            ("picture", async (db, press) => { var picture = await PictureAsync(db); await RewriteAsync(db, press, content => content with { LeadPicture = picture is null ? null : new PictureUse(picture.PublicId, $"Caption {_count}") }); }, false),
            ("withdrawal", async (db, press) => await press.WithdrawAsync(await StoryAsync(db), new Withdrawal(WithdrawalKind.Mistake, "Too early", 0, Now)), false),
            ("bar from Popular", async (db, _) => (await StoryAsync(db)).IsBarredFromPopular ^= true, false),
            ("search engines", async (db, _) => (await StoryAsync(db)).IsHiddenFromSearchEngines ^= true, false),
            ("front page", async (db, _) => (await FrontAsync(db)).Show(new([new("lead", 0, (await StoryAsync(db)).PublicId, Now.AddDays(2))], []), new("bench", 0, FrontPageCause.Arranged), Now), false),
            ("section's name", async (db, _) => { var section = await OneAsync(db.Sections); section.Change($"Section {_count}", section.Slug, $"About {_count}"); }, false),
            ("topic's name", async (db, _) => { var topic = await TopicAsync(db); topic.Change($"Topic {_count}", topic.Slug, ""); }, false),
            ("contributor's bio", async (db, _) => (await WhoAsync(db)).Bio = $"Writes about {_count}.", false),
            ("edition", async (db, _) => (await OneAsync(db.Editions)).Tagline = $"Tagline {_count}", false),
            ("menu", async (db, _) => db.MenuItems.Add(new MenuItem((await OneAsync(db.Editions)).Id, MenuPlace.Footer, $"Link {_count}", "/latest", _count)), false),
            ("message", async (db, _) => await AskAsync(db), false),
            ("translation", (db, _) => TranslateAsync(db), false),
            ("correction of an original", (db, _) => CorrectAsync(db), false),
            ("theme", (_, _) => WriteThemeAsync(), true),
        };
        var (kind, act, waits) = acts[random.Next(acts.Length)];
        await InAsync(async (db, press) =>
        {
            await act(db, press);
            await db.SaveChangesAsync();
        });
        return (kind, waits);
    }

    internal Task MendTypoInOldestAsync() => InAsync(async (db, press) =>
    {
        var oldest = await db.Articles.ForActs().Where(row => row.PublishedVersionId != null).OrderBy(row => row.PublishedAt).FirstAsync();
        await RewriteAsync(db, press, oldest, content => content with { Body = DraftDocument.OfText("A typo was mended.") });
    });

    private async Task AskAsync(Newspaper db)
    {
        var message = new Message((await OneAsync(db.Editions)).Id, $"Message {_count}", 0);
        message.Change($"Message {_count}", isOn: true, from: null, until: null, position: 0, new() { Title = $"Message {_count}", Body = DraftDocument.OfText($"Asked {_count} times.") }, new(), goal: null);
        db.Messages.Add(message);
    }

    // Pairs two stories, or parts a pair.
    private async Task TranslateAsync(Newspaper db)
    {
        var pairs = await db.Translations.ToListAsync();
        if (pairs.Count > 0 && random.Next(2) == 0)
        {
            db.Translations.Remove(pairs[random.Next(pairs.Count)]);
            return;
        }
        var (story, source) = (await StoryAsync(db), await StoryAsync(db));
        try
        {
            db.Translations.Add(Translation.Of(story, source, 1, [], await db.Translations.With(story.Id, source.Id).ToListAsync(), 0, Now));
        }
        catch (ArticleException)
        {
            // These two can be no pair.
        }
    }

    private async Task CorrectAsync(Newspaper db)
    {
        var pairs = await db.Translations.Select(row => row.SourceId).ToListAsync();
        var source = pairs.Count == 0 ? await StoryAsync(db) : await db.Articles.FindAsync(pairs[random.Next(pairs.Count)]);
        db.Corrections.Add(new Correction(source!, CorrectionKind.Correction, $"Put right, {_count} times.", 1, 0, Now));
    }

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    private async Task RewriteAsync(Newspaper db, Publication press, Func<ArticleContent, ArticleContent> change, long? edition = null) =>
        await RewriteAsync(db, press, await StoryAsync(db, edition), change);

    private static async Task RewriteAsync(Newspaper db, Publication press, Article article, Func<ArticleContent, ArticleContent> change)
    {
        article.SaveDraft(change(article.Draft.Content), article.Draft.Revision, 0, Now);
        await db.SaveChangesAsync();
        await press.PublishAsync(article, 0);
    }

    // New and old stories alike: the first page of a list is not all of it.
    private async Task<Article> StoryAsync(Newspaper db, long? edition = null)
    {
        var stories = db.Articles.ForActs().Where(row => row.PublishedVersionId != null && (edition == null || row.EditionId == edition));
        var count = await stories.CountAsync();
        var skip = random.Next(2) == 0 ? random.Next(Math.Min(15, count)) : random.Next(count);
        return await stories.OrderByDescending(row => row.PublishedAt).ThenBy(row => row.Id).Skip(skip).FirstAsync();
    }

    private async Task<T> OneAsync<T>(IQueryable<T> rows) where T : class
    {
        var all = await rows.ToListAsync();
        return all[random.Next(all.Count)];
    }

    private async Task<Topic> TopicAsync(Newspaper db)
    {
        if (!await db.Set<Topic>().AnyAsync())
        {
            var edition = await db.Editions.OrderBy(row => row.Position).FirstAsync();
            db.Set<Topic>().AddRange(new Topic(edition.Id, "Harbour", "harbour-topic"), new Topic(edition.Id, "Rain", "rain"));
            await db.SaveChangesAsync();
        }
        return await OneAsync(db.Set<Topic>());
    }

    private async Task<Contributor> WhoAsync(Newspaper db)
    {
        if (!await db.Contributors.AnyAsync())
        {
            db.Contributors.AddRange(new Contributor("Ada Flint", "ada-flint", ContributorKind.Person), new Contributor("City Desk", "city-desk", ContributorKind.Desk));
            await db.SaveChangesAsync();
        }
        return await OneAsync(db.Contributors);
    }

    private async Task<Picture?> PictureAsync(Newspaper db) => await db.Pictures.AnyAsync() ? await OneAsync(db.Pictures) : null;

    private static async Task<FrontPage.FrontPage> FrontAsync(Newspaper db)
    {
        var edition = await db.Editions.OrderBy(row => row.Position).FirstAsync();
        return await db.FrontPageOfAsync(edition.Id, default);
    }

    private async Task WriteThemeAsync()
    {
        var css = Path.Combine(data, "theme", "css");
        Directory.CreateDirectory(css);
        await File.WriteAllTextAsync(Path.Combine(css, "90-ours.css"), $".tried-{_count} {{ color: var(--ink) }}\n");
    }

    private async Task InAsync(Func<Newspaper, Publication, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<Newspaper>(), scope.ServiceProvider.GetRequiredService<Publication>());
    }
}
