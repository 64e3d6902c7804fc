using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Articles.Reading;

/// <summary>What went out when: /archive.</summary>
public sealed class ArchiveTests
{
    [Theory, OnBoth]
    public async Task The_archive_leads_by_year_and_month_to_the_stories_of_a_day(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await PublishAsync(newsroom, "Old wall", "2025-12-31T12:00:00Z");
        // On the edition's clock (London in summer) the second is of the next day.
        await PublishAsync(newsroom, "Morning", "2026-07-14T08:00:00Z");
        await PublishAsync(newsroom, "After midnight", "2026-07-14T23:30:00Z");

        var all = await newsroom.Client.GetStringAsync("/archive");
        Assert.Contains("href=\"/archive/2026\">2026", all);
        Assert.Contains("href=\"/archive/2025/12\">December", all);
        var year = await newsroom.Client.GetStringAsync("/archive/2026");
        Assert.Matches("href=\"/archive/2026/07\"><span>July</span> <span class=\"archive-count\">2 stories", year);
        Assert.DoesNotContain("/archive/2026/08", year);
        Assert.Contains("href=\"/archive/2025\" rel=\"prev\"", year);
        var month = await newsroom.Client.GetStringAsync("/archive/2026/07");
        Assert.Matches("href=\"/archive/2026/07/14\"><span class=\"calendar-day\">14</span> <span class=\"archive-count\">1 story", month);
        Assert.Contains("href=\"/archive/2025/12\" rel=\"prev\"", month);
        Assert.Contains("<link rel=\"canonical\" href=\"", month);
        Assert.Contains("/archive/2026/07\">", month);

        Assert.Equal(["Morning"], await DayAsync(newsroom, "/archive/2026/07/14"));
        Assert.Equal(["After midnight"], await DayAsync(newsroom, "/archive/2026/07/15"));
        var day = await newsroom.Client.GetStringAsync("/archive/2026/07/14");
        Assert.Contains("Tuesday, 14 July 2026", day);
        Assert.Contains("href=\"/archive/2025/12/31\" rel=\"prev\"", day);
        Assert.Contains("href=\"/archive/2026/07/15\" rel=\"next\"", day);
        Assert.Contains("href=\"/archive\">Archive</a>", day);
    }

    [Fact]
    public async Task Days_on_which_nothing_went_out_and_days_that_never_were_are_not_there()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await PublishAsync(newsroom, "Morning", "2026-07-14T08:00:00Z");

        foreach (var nothing in new[]
        {
            "/archive/2025", "/archive/2026/06", "/archive/2026/07/13", "/archive/2026/13", "/archive/2026/02/30", "/archive/2026/00", "/archive/2026/7", "/archive/26", "/archive/0000", "/archive/9999",
            "/archive/x", "/archive/2026/07/14?page=2", "/archive/2026?month=07/14",
        }) Assert.True((await newsroom.Client.GetAsync(nothing)).StatusCode == (nothing.Contains("month=", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NotFound), nothing);
        Assert.DoesNotContain("calendar", await newsroom.Client.GetStringAsync("/archive/2026?month=07"));
    }

    [Theory, OnBoth]
    public async Task A_kept_page_of_the_archive_is_made_again_when_its_days_change_and_only_then(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var story = await PublishAsync(newsroom, "Morning", "2026-03-14T08:00:00Z");
        await PublishAsync(newsroom, "Noon", "2026-03-14T12:00:00Z");
        await PublishAsync(newsroom, "Later", "2026-03-20T12:00:00Z");
        Assert.Equal(["Morning", "Noon"], await DayAsync(newsroom, "/archive/2026/03/14"));
        Assert.Contains("3 stories</p>", await newsroom.Client.GetStringAsync("/archive/2026/03"));

        await newsroom.ActAsync(story, (publication, found) => publication.WithdrawAsync(found, new Withdrawal(WithdrawalKind.Mistake, "Not ours.", 0, newsroom.Clock.GetUtcNow())));
        Assert.Equal(["Noon"], await DayAsync(newsroom, "/archive/2026/03/14"));
        Assert.Contains("2 stories</p>", await newsroom.Client.GetStringAsync("/archive/2026/03"));
        await PublishAsync(newsroom, "Between", "2026-03-16T12:00:00Z");
        Assert.Contains("href=\"/archive/2026/03/16\" rel=\"next\"", await newsroom.Client.GetStringAsync("/archive/2026/03/14"));
    }

    [Fact]
    public async Task A_Persian_edition_has_the_years_and_months_of_its_calendar_under_its_own_path()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var edition = new Edition("fa", "روزنامه", "fa", "Asia/Tehran", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Add(edition));
        var section = new Section(edition.Id, "شهر", "city", 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Sections.Add(section));
        await newsroom.AskAsync(async newspaper =>
        {
            var at = DateTimeOffset.Parse("2026-03-21T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
            var article = new Article(edition.Id, at);
            var content = new ArticleContent { Headline = "نوروز", Section = section.PublicId };
            article.SaveDraft(content, article.Draft.Revision, 0, at);
            newspaper.Articles.Add(article);
            await newspaper.SaveChangesAsync();
            var version = ArticleVersion.After(null, article, content, 0, at, "", new Dictionary<string, string>());
            newspaper.ArticleVersions.Add(version);
            await newspaper.SaveChangesAsync();
            article.Publish(version, content, new ArticlePlaces(section.Id, "nowruz", [], [], []), at);
            return await newspaper.SaveChangesAsync();
        });

        Assert.Contains("href=\"/fa/archive/1405/01\"", await newsroom.Client.GetStringAsync("/fa/archive"));
        Assert.Equal(["نوروز"], await DayAsync(newsroom, "/fa/archive/1405/01/01"));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/fa/archive/2026/03")).StatusCode);
    }

    private static async Task<Article> PublishAsync(Newsroom newsroom, string headline, string at)
    {
        var moment = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        return await newsroom.AskAsync(async newspaper =>
        {
            var article = new Article(newsroom.Edition.Id, moment);
            var content = new ArticleContent { Headline = headline, Section = newsroom.City.PublicId };
            article.SaveDraft(content, article.Draft.Revision, 0, moment);
            newspaper.Articles.Add(article);
            await newspaper.SaveChangesAsync();
            var version = ArticleVersion.After(null, article, content, 0, moment, "", new Dictionary<string, string>());
            newspaper.ArticleVersions.Add(version);
            await newspaper.SaveChangesAsync();
            article.Publish(version, content, new ArticlePlaces(newsroom.City.Id, Broadsheet.Paper.Slug.Of(headline), [], [], []), moment);
            await newspaper.SaveChangesAsync();
            return article;
        });
    }

    private static async Task<string[]> DayAsync(Newsroom newsroom, string path)
    {
        var page = await newsroom.Client.GetStringAsync(path);
        var list = page[page.IndexOf("archive-day", StringComparison.Ordinal)..];
        return [.. Regex.Matches(list[..list.IndexOf("</ol>", StringComparison.Ordinal)], "<h2><a[^>]*>([^<]*)</a>").Select(match => match.Groups[1].Value)];
    }
}
