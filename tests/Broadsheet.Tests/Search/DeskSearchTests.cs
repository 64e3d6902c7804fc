using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Pictures;
using Broadsheet.Search.Desk;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Search;

/// <summary>The newsroom's search: drafts, versions and pictures, for those who may see them.</summary>
public sealed class DeskSearchTests
{
    [Theory, OnBoth]
    public async Task Drafts_versions_and_pictures_are_found_by_their_text(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var draft = await newsroom.DraftAsync("Council meets", content => content with { Body = DraftDocument.OfText("The lighthouse keeper spoke.") });
        await newsroom.ChangeAsync(newspaper => newspaper.Add(Photo("Windmill at dusk", newsroom.Clock.GetUtcNow())));
        await FollowAsync(newsroom);

        Assert.Contains($"href=\"/newsroom/articles/{draft.Id}\"", await editor.ReadAsync("/newsroom/search?q=lighth%20keeper"));
        Assert.Contains("Windmill at dusk", await editor.ReadAsync("/newsroom/search?q=windm%20dusk"));
        Assert.Contains("Council meets", await editor.ReadAsync("/newsroom/search.json?q=lighthouse"));

        // What it said before is found in the version that was kept.
        await newsroom.ActAsync(draft, (publication, article) => publication.KeepVersionAsync(article, 0, "Kept"));
        await newsroom.AskAsync(async newspaper =>
        {
            var article = await newspaper.Articles.ForActs().SingleAsync();
            article.SaveDraft(article.Draft.Content with { Body = DraftDocument.OfText("Nobody spoke.") }, article.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });
        await FollowAsync(newsroom);
        Assert.Contains($"/newsroom/articles/{draft.Id}/history/1", await editor.ReadAsync("/newsroom/search?q=lighthouse"));

        // Destroyed by law, it is nowhere.
        await newsroom.ChangeAsync(newspaper => newspaper.ArticleVersions.Single().Destroy("A court", 0, newsroom.Clock.GetUtcNow()));
        await FollowAsync(newsroom);
        Assert.DoesNotContain("/history/1", await editor.ReadAsync("/newsroom/search?q=lighthouse"));
    }

    [Theory, OnBoth]
    public async Task Nobody_finds_by_its_words_what_she_may_not_see(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var secret = await newsroom.DraftAsync("Not yet", content => content with { Body = DraftDocument.OfText("The canary sings at noon.") }, by: 4711);
        await newsroom.ActAsync(secret, (publication, article) => publication.KeepVersionAsync(article, 0, "Kept"));
        await FollowAsync(newsroom);

        Assert.DoesNotContain("Not yet", await reporter.ReadAsync("/newsroom/search?q=canary"));
        Assert.DoesNotContain("Not yet", await reporter.ReadAsync("/newsroom/search.json?q=canary"));
        Assert.DoesNotContain("Not yet", await newsroom.Client.GetStringAsync("/search?q=canary"));
        Assert.NotEqual(HttpStatusCode.OK, (await newsroom.Client.GetAsync("/newsroom/search?q=canary")).StatusCode);
    }

    private static Picture Photo(string headline, DateTimeOffset at)
    {
        var picture = new Picture(new string('a', 64), PictureFormat.Jpeg, 10, "windmill.jpg", 100, 100, false, at, 0) { Headline = headline };
        picture.Remember();
        return picture;
    }

    private static async Task FollowAsync(Newsroom newsroom)
    {
        var indexing = newsroom.App.Services.GetServices<IHostedService>().OfType<DeskIndexing>().Single();
        while (await indexing.FollowAsync(default)) { }
    }
}
