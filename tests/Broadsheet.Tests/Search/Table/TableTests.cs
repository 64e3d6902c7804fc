using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Search.Stories;
using Broadsheet.Sections;
using Broadsheet.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Search.Table;

/// <summary>
/// Two hundred questions in ten languages on stories that stand beside this file: each finds what a reader would expect, and both databases the same ten. In a
/// file: "# key | headline", the standfirst, the body; "? question => keys". A key with ! must not be found; one with ~ is found by what was meant.
/// </summary>
public sealed class TableTests(ITestOutputHelper output)
{
    private static readonly string[] Languages = ["en", "he", "ar", "fa", "es", "fr", "de", "ru", "pt", "zh"];

    [Fact]
    public async Task Both_databases_find_what_a_reader_would_expect()
    {
        var (onSqlite, onPostgres) = (await AnswersAsync(On.Sqlite), await AnswersAsync(On.Postgres));
        Assert.InRange(onSqlite.Count, 200, 1000);

        var wrong = new List<string>();
        foreach (var ((language, question), found) in onSqlite)
        {
            var other = onPostgres[(language, question)];
            var overlap = found.Found.Count + other.Found.Count == 0 ? 1 : found.Found.Intersect(other.Found).Count() / (double)Math.Max(found.Found.Count, other.Found.Count);
            if (overlap < 0.9 || found.Meant != other.Meant) wrong.Add($"{language}: {question}: SQLite {string.Join(' ', found.Found)} ({found.Meant}), PostgreSQL {string.Join(' ', other.Found)} ({other.Meant})");
            if (!question.IsAnsweredBy(found.Found, found.Meant is not null)) wrong.Add($"{language}: {question}: found {string.Join(' ', found.Found)} ({found.Meant})");
        }
        output.WriteLine($"{onSqlite.Count} questions");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<Dictionary<(string, Asking), (List<string> Found, string? Meant)>> AnswersAsync(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var answers = new Dictionary<(string, Asking), (List<string>, string?)>();
        foreach (var language in Languages)
        {
            var (stories, questions) = TableFile.Read(Path.Combine(AppContext.BaseDirectory, "Search", "Table", $"{language}.txt"));
            var edition = new Edition($"{language}-x", language, language, "UTC", 1);
            await newsroom.ChangeAsync(newspaper => newspaper.Add(edition));
            var section = new Section(edition.Id, language, "news", 0);
            await newsroom.ChangeAsync(newspaper => newspaper.Add(section));
            foreach (var story in stories) await PublishAsync(newsroom, edition, section, story);
            foreach (var question in questions) answers[(language, question)] = await FindAsync(newsroom, edition, question.Text, stories);
        }
        return answers;
    }

    private static async Task PublishAsync(Newsroom newsroom, Edition edition, Section section, TableStory story)
    {
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        var article = new Article(edition.Id, newsroom.Clock.GetUtcNow());
        article.SaveDraft(new() { Headline = story.Headline, Standfirst = story.Standfirst, Body = DraftDocument.OfText(story.Body), Section = section.PublicId }, article.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        await newsroom.ChangeAsync(newspaper => newspaper.Add(article));
        await newsroom.PublishAsync(article);
    }

    private static async Task<(List<string> Found, string? Meant)> FindAsync(Newsroom newsroom, Edition edition, string text, IReadOnlyList<TableStory> stories)
    {
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        var search = scope.ServiceProvider.GetRequiredService<StorySearch>();
        var found = await search.FindAsync(edition, new(text), default);
        var meant = found.Meant;
        if (meant is not null) found = await search.FindAsync(edition, new(meant), default);
        return ([.. found.Stories.Select(story => stories.Single(one => one.Headline == story.Headline).Key)], meant);
    }
}

internal sealed record TableStory(string Key, string Headline, string Standfirst, string Body);

/// <summary>A question and the keys that answer it.</summary>
internal sealed record Asking(string Text, string Keys)
{
    internal bool IsAnsweredBy(List<string> found, bool isGuess)
    {
        var keys = Keys.Split(' ');
        return isGuess == Keys.StartsWith('~') && keys.All(key => key[0] == '!' ? !found.Contains(key[1..]) : found.Contains(key.TrimStart('~')));
    }

    public override string ToString() => $"{Text} => {Keys}";
}

internal static class TableFile
{
    internal static (IReadOnlyList<TableStory> Stories, IReadOnlyList<Asking> Questions) Read(string path)
    {
        var (stories, questions) = (new List<TableStory>(), new List<Asking>());
        var lines = File.ReadAllLines(path);
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith("# ", StringComparison.Ordinal) && lines[at][2..].Split(" | ") is [var key, var headline]) stories.Add(new(key, headline, lines[at + 1], lines[at + 2]));
            if (lines[at].StartsWith("? ", StringComparison.Ordinal) && lines[at][2..].Split(" => ") is [var text, var keys]) questions.Add(new(text, keys));
        }
        return (stories, questions);
    }
}
