using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Articles.History;

/// <summary>The versions of a story, as an editor without script looks back.</summary>
public sealed class HistoryTests
{
    [Theory, OnBoth]
    public async Task Versions_are_listed_compared_and_brought_back(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var path = $"/newsroom/articles/{article.Id}";
        await SaveAsync(newsroom, article, content => content with { Headline = "Harbour wall falls at noon", Body = DraftDocument.OfText("The old wall fell at dawn.") });

        await editor.SubmitAsync($"{path}/versions", ("revision", "3"), ("reason", "The coastguard called"));
        var history = await editor.ReadAsync($"{path}/history");
        Assert.Contains("The coastguard called", history);
        Assert.Contains("What readers see", history);
        Assert.Contains("Mara Editor", history);

        var inLine = await editor.ReadAsync($"{path}/history/comparison?from=1&to=2");
        Assert.Contains("Harbour wall falls<ins> at noon</ins>", inLine);
        var beside = await editor.ReadAsync($"{path}/history/comparison?from=1&to=draft&view=side");
        Assert.Contains("<p dir=\"auto\">Harbour wall falls</p><p dir=\"auto\">Harbour wall falls<ins> at noon</ins></p>", beside);
        Assert.Contains("The wall fell at noon.", await editor.ReadAsync($"{path}/history/1"));

        // Brought back: the draft is the old text, what stood there is a version, and readers see what they saw.
        await SaveAsync(newsroom, article, content => content with { Headline = "Never kept" });
        Assert.Contains("The text was changed since you opened it", await (await editor.SubmitAsync($"{path}/versions/1/restoration", ("revision", "3"))).Content.ReadAsStringAsync());
        await editor.SubmitAsync($"{path}/versions/1/restoration", ("revision", "4"));
        var restored = await newsroom.ReloadAsync(article);
        Assert.Equal(("Harbour wall falls", 5L), (restored.Draft.Content.Headline, restored.Draft.Revision));
        Assert.Contains("Never kept", await newsroom.AskAsync(newspaper => newspaper.ArticleVersions.Where(row => row.Number == 3).Select(row => row.ContentJson).SingleAsync()));
        Assert.Equal("Harbour wall falls", restored.Headline);

        foreach (var page in new[] { "history", "history/1", "history/comparison?from=1&to=2" })
            Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync($"{path}/{page}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"{path}/history/comparison?from=1&to=9")).StatusCode);
    }

    [Fact]
    public async Task Where_the_law_took_a_text_a_tombstone_stands()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.AskAsync(async newspaper =>
        {
            (await newspaper.ArticleVersions.SingleAsync()).Destroy("Court order 12/26", 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });
        var path = $"/newsroom/articles/{article.Id}";

        Assert.Contains("Court order 12/26", await editor.ReadAsync($"{path}/history"));
        Assert.Contains("Court order 12/26", await editor.ReadAsync($"{path}/history/comparison?from=1&to=draft"));
        Assert.Equal(HttpStatusCode.Gone, (await editor.GetAsync($"{path}/history/1")).StatusCode);
        Assert.Contains("cannot come back", await (await editor.SubmitAsync($"{path}/versions/1/restoration", ("revision", "2"))).Content.ReadAsStringAsync());
    }

    private static Task<int> SaveAsync(Newsroom newsroom, Article article, Func<ArticleContent, ArticleContent> change) => newsroom.AskAsync(async newspaper =>
    {
        var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == article.Id);
        found.SaveDraft(change(found.Draft.Content), found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        return await newspaper.SaveChangesAsync();
    });
}
