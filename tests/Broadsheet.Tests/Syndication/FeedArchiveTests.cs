using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Broadsheet.Articles;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Syndication.Feeds;
using Broadsheet.Tests.Storage;
using Broadsheet.Tests.Syndication.Rules;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Syndication;

/// <summary>What a feed held before (RFC 5005), and what subscribers know things by.</summary>
public sealed class FeedArchiveTests
{
    private static readonly XNamespace Atom = RssRules.Atom;

    [Theory, OnBoth]
    public async Task Archives_hold_each_story_once_and_a_full_one_stays_as_it_is(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var published = new List<string>();
        await PublishAsync(newsroom, published, 33);
        newsroom.Clock.Advance(TimeSpan.FromDays(62));
        await PublishAsync(newsroom, published, 35);

        var archives = await FollowAsync(newsroom, "/city/feed.atom");
        Assert.Equal(3, archives.Count);
        Assert.Equal(published.Order(), (await IdsAsync(newsroom, "/city/feed.atom")).Concat(archives.SelectMany(archive => archive.Ids)).Distinct().Order());
        // No story is in two archives, and each archive knows the one after it.
        Assert.Equal(archives.Sum(archive => archive.Ids.Count), archives.SelectMany(archive => archive.Ids).Distinct().Count());
        Assert.Equal([null, archives[0].Address, archives[1].Address], archives.Select(archive => archive.Next));

        await PublishAsync(newsroom, published, 26);
        var later = await FollowAsync(newsroom, "/city/feed.atom");
        Assert.Equal(4, later.Count);
        Assert.Equal(archives.Select(archive => string.Join(' ', archive.Ids)), later.Skip(1).Select(archive => string.Join(' ', archive.Ids)));
        Assert.Equal(later[0].Address, later[1].Next);

        foreach (var nothing in new[] { "/city/feed/1999-01-1.atom", "/city/feed/2026-13-1.xml", "/city/feed/2026-11-1.pdf", "/city/feed/x", $"/feed/{newsroom.Clock.GetUtcNow():yyyy-MM}-9.json" })
            Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync(nothing)).StatusCode);
        var address = later[^1].Address;
        Assert.Empty(Rules.Rules.Check(RssRules.All, XDocument.Parse(await newsroom.Client.GetStringAsync(Path.ChangeExtension(address, ".xml")))));
        Assert.Empty(Rules.Rules.Check(AtomRules.All, XDocument.Parse(await newsroom.Client.GetStringAsync(address))));
        Assert.Empty(Rules.Rules.Check(JsonFeedRules.All, JsonNode.Parse(await newsroom.Client.GetStringAsync(Path.ChangeExtension(address, ".json")))!.AsObject()));
    }

    [Fact]
    public async Task Ids_survive_another_slug_and_another_section_and_addresses_follow()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var sport = new Section(newsroom.Edition.Id, "Sport", "sport", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(sport));
        var (before, feedBefore) = (await ReadAsync(newsroom, "/feed.atom"), await ReadAsync(newsroom, "/city/feed.atom"));

        await newsroom.ChangeAsync(newspaper =>
        {
            var found = newspaper.Articles.Include(row => row.Draft).Single(row => row.Id == article.Id);
            found.SaveDraft(found.Draft.Content with { Headline = "Harbour wall fell", Slug = "wall-fell", Section = sport.PublicId }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            newspaper.Sections.Single(row => row.Id == newsroom.City.Id).Slug = "town";
        });
        await newsroom.PublishAsync(article);

        var after = await ReadAsync(newsroom, "/feed.atom");
        Assert.Equal(IdsOf(before), IdsOf(after));
        Assert.EndsWith("/sport/wall-fell", (string?)after.Descendants(Atom + "entry").Single().Element(Atom + "link")!.Attribute("href"));
        Assert.Equal(feedBefore.Root!.Element(Atom + "id")!.Value, (await ReadAsync(newsroom, "/town/feed.atom")).Root!.Element(Atom + "id")!.Value);
    }

    [Fact]
    public async Task An_edition_may_hand_out_standfirsts_alone()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with { Standfirst = "Nobody was hurt." }));
        foreach (var format in new[] { "xml", "atom", "json" }) Assert.Contains("The wall fell at noon.", await newsroom.Client.GetStringAsync($"/feed.{format}"));

        await newsroom.ChangeAsync(newspaper => newspaper.SetSettingOf(newsroom.Edition.Id, new FeedTerms { HasFullText = false }, 0, newsroom.Clock.GetUtcNow()));

        foreach (var format in new[] { "xml", "atom", "json" })
        {
            var feed = await newsroom.Client.GetStringAsync($"/feed.{format}");
            Assert.DoesNotContain("at noon", feed);
            Assert.Contains("Nobody was hurt.", feed);
        }
    }

    [Fact]
    public async Task Who_asks_by_date_learns_of_a_withdrawal_too()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("First"));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await newsroom.PublishAsync(await newsroom.DraftAsync("Second"));
        using var answer = await newsroom.Client.GetAsync("/feed.atom");
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(newsroom, answer)).StatusCode);

        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        await newsroom.ChangeAsync(newspaper => newspaper.Articles.Single(row => row.Id == second.Id).Withdraw(new Withdrawal(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));

        using var again = await AskAsync(newsroom, answer);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.DoesNotContain("Second", await again.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> AskAsync(Newsroom newsroom, HttpResponseMessage known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/feed.atom");
        request.Headers.IfModifiedSince = known.Content.Headers.LastModified;
        return newsroom.Client.SendAsync(request);
    }

    private static async Task PublishAsync(Newsroom newsroom, List<string> ids, int count)
    {
        for (var number = 0; number < count; number++)
        {
            ids.Add($"tag:broadsheet,2026:{(await newsroom.PublishAsync(await newsroom.DraftAsync($"Story {ids.Count + 1}"))).PublicId}");
            newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
        }
    }

    private sealed record Archive(string Address, IReadOnlyList<string> Ids, string? Next);

    // The newest first, as a reader's program goes back.
    private static async Task<List<Archive>> FollowAsync(Newsroom newsroom, string feed)
    {
        var (found, document) = (new List<Archive>(), await ReadAsync(newsroom, feed));
        while (Link(document, "prev-archive") is { } address)
        {
            document = await ReadAsync(newsroom, address);
            found.Add(new(address, IdsOf(document), Link(document, "next-archive")));
        }
        return found;
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(Newsroom newsroom, string feed) => IdsOf(await ReadAsync(newsroom, feed));

    private static List<string> IdsOf(XDocument feed) => [.. feed.Descendants(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value)];

    private static async Task<XDocument> ReadAsync(Newsroom newsroom, string feed) => XDocument.Parse(await newsroom.Client.GetStringAsync(feed));

    private static string? Link(XDocument feed, string relation) =>
        feed.Root!.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == relation).Select(link => new Uri((string)link.Attribute("href")!).AbsolutePath).SingleOrDefault();
}
