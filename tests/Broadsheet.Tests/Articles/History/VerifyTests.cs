using System.Diagnostics;
using System.Text.RegularExpressions;
using Broadsheet.Articles;
using Broadsheet.Articles.Chains;
using Broadsheet.Storage;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Articles.History;

/// <summary>`broadsheet verify`: the real command over a database that the real sqlite3 was at.</summary>
public sealed partial class VerifyTests
{
    [Fact]
    public async Task One_byte_changed_with_sqlite3_is_named_and_so_is_a_chain_made_anew()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Market opens"));
        await newsroom.App.Services.GetRequiredService<DayHeadKeeper>().LookAsync(default);
        await newsroom.App.Services.GetRequiredService<DayHeadKeeper>().LookAsync(default);
        var published = (await newsroom.Client.GetStringAsync("/day-heads.txt")).Trim();
        Assert.Matches(HeadLine(), published);
        Assert.Equal(published, (await File.ReadAllTextAsync(Path.Combine(newsroom.Machine.Data, "day-heads.txt"))).Trim());
        var (code, said) = await VerifyAsync(newsroom);
        Assert.True(code == 0, said);
        Assert.Contains("2 articles, 2 versions, the head of 1 day", said);

        await SqliteAsync(newsroom, $"UPDATE article_versions SET content_json = replace(content_json, 'noon', 'moon') WHERE article_id = {article.Id}");
        (code, said) = await VerifyAsync(newsroom);
        Assert.Equal(1, code);
        Assert.Contains($"“Harbour wall falls” ({article.PublicId}): the text of version 1", said);
        Assert.DoesNotContain("Market opens", said);

        // Somebody who knows how it is done makes the whole chain anew: every link fits, and the head of the day does not.
        await newsroom.AskAsync(async newspaper =>
        {
            var version = await newspaper.ArticleVersions.SingleAsync(row => row.ArticleId == article.Id);
            var forged = ArticleVersion.After(null, article, version.Content, version.MadeBy, version.MadeAt, version.Reason);
            return await newspaper.WriteAsync(() => newspaper.ArticleVersions.Where(row => row.Id == version.Id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Salt, forged.Salt).SetProperty(row => row.Digest, forged.Digest).SetProperty(row => row.ContentJson, forged.ContentJson).SetProperty(row => row.Hash, forged.Hash)));
        });
        (code, said) = await VerifyAsync(newsroom);
        Assert.Equal(1, code);
        Assert.DoesNotContain("version 1", said);
        Assert.Contains($"The head of {published[..10]}, kept outside the database, says otherwise", said);
    }

    [Theory, OnBoth]
    public async Task Each_kind_of_change_is_told_in_words_and_what_is_lawful_is_not(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.ActAsync(article, (publication, found) =>
        {
            found.SaveDraft(found.Draft.Content with { Headline = "Harbour wall has fallen" }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return publication.PublishAsync(found, 0, "Checked");
        });
        // A draft that was scheduled, given up and deleted leaves its links to the heads of the days.
        var draft = await newsroom.DraftAsync("Never out");
        await newsroom.ActAsync(draft, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddDays(3), 0));
        await newsroom.AskAsync(newspaper => newspaper.WriteDayHeadAsync(newsroom.Clock.GetUtcNow()));
        await newsroom.AskAsync(async newspaper =>
        {
            (await newspaper.Articles.SingleAsync(row => row.Id == draft.Id)).Unschedule();
            return await newspaper.SaveChangesAsync();
        });
        await newsroom.ActAsync(draft, (publication, found) => publication.DeleteAsync(found));
        await newsroom.AskAsync(async newspaper =>
        {
            (await newspaper.ArticleVersions.SingleAsync(row => row.Number == 1)).Destroy("Court order 12/26", 1, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });
        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await newsroom.AskAsync(newspaper => newspaper.WriteDayHeadAsync(newsroom.Clock.GetUtcNow())));
        Assert.Null(await newsroom.AskAsync(newspaper => newspaper.WriteDayHeadAsync(newsroom.Clock.GetUtcNow())));
        Assert.Empty(await WrongAsync(newsroom));

        await ChangeAsync(set => set.SetProperty(row => row.Reason, "Nobody asked"), 2);
        Assert.Contains("version 2", Assert.Single(await WrongAsync(newsroom)));
        await ChangeAsync(set => set.SetProperty(row => row.Reason, "Checked"), 2);
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Articles.Where(row => row.Id == article.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Headline, "Harbour wall stands"))));
        Assert.Contains("headline or standfirst", Assert.Single(await WrongAsync(newsroom)));
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Articles.Where(row => row.Id == article.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Headline, "Harbour wall has fallen"))));
        await ChangeAsync(set => set.SetProperty(row => row.Number, 7), 2);
        Assert.Contains("before version 7 a version is missing", (await WrongAsync(newsroom))[0]);

        Task ChangeAsync(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<ArticleVersion>> set, int number) =>
            newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.ArticleVersions.Where(row => row.ArticleId == article.Id && row.Number == number).ExecuteUpdateAsync(set)));
    }

    private static Task<IReadOnlyList<string>> WrongAsync(Newsroom newsroom) => newsroom.AskAsync(newspaper =>
        new Verification(newspaper, newsroom.App.Services.GetRequiredService<FileStore>(), Path.Combine(newsroom.Machine.Data, "day-heads.txt")).RunAsync(withFiles: true, default));

    internal static Task<(int Code, string Said)> VerifyAsync(Newsroom newsroom) => RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "broadsheet.dll"), "verify", "--data", newsroom.Machine.Data);

    internal static async Task SqliteAsync(Newsroom newsroom, string sql)
    {
        var (code, said) = await RunAsync("sqlite3", newsroom.Machine.DatabaseFile, sql);
        Assert.True(code == 0, said);
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, params string[] words)
    {
        using var child = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (child.StandardOutput.ReadToEndAsync(), child.StandardError.ReadToEndAsync());
        await child.WaitForExitAsync();
        return (child.ExitCode, await output + await error);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d [0-9a-f]{64} 2$")]
    private static partial Regex HeadLine();
}
