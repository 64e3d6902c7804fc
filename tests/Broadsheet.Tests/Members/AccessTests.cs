using Broadsheet.Accounts;
using Broadsheet.Appeals;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Giving;
using Broadsheet.Members;
using Broadsheet.Messages;
using Broadsheet.Readers;
using Broadsheet.Sections;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Giving;
using Broadsheet.Tests.Messages;
using Broadsheet.Tests.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Members;

/// <summary>Who reads a story whole.</summary>
public class AccessTests
{
    private const string Canary = "canaryserinus", Path = "/city/the-vault";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_member_reads_on_and_nobody_else(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var story = await StoryAsync(paper, Access.Members);
        await paper.ChangeAsync(newspaper =>
        {
            var tier = new Tier(paper.Edition.Id, "Friend of the harbour", "USD");
            tier.Change("Friend of the harbour", "All stories\nThe summer sail", 700, 7000, 0, true);
            newspaper.Tiers.Add(tier);
        });
        using var browser = ReaderIn(paper);
        var page = await browser.ReadAsync(Path);
        Assert.Contains("The first words are for everybody.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, page, StringComparison.Ordinal);
        Assert.Contains("\"isAccessibleForFree\":false", page, StringComparison.Ordinal);

        var (status, offer) = await browser.GetAsync($"/members/story/{story.PublicId}").TellAsync();
        Assert.Equal(403, status);
        Assert.Contains("The summer sail", offer, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, offer, StringComparison.Ordinal);

        // She joins there, and reads on as soon as she has proved her address.
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        var price = System.Text.RegularExpressions.Regex.Match(offer, "name=\"price\" value=\"([^\"]*monthly)\"").Groups[1].Value;
        Assert.Equal(422, (await browser.SubmitAsync("/members", ("form", Hidden(offer, "form")), ("price", "made/up")).TellAsync()).Status);
        using var onward = await browser.SubmitAsync("/members", ("form", Hidden(offer, "form")), ("price", price));
        var there = onward.Headers.GetValues("Refresh").Single();
        var session = stripe.World.Things[there[(there.LastIndexOf('/') + 1)..]];
        Assert.Equal((700, "month"), ((long)session["amount_total"]!, (string)session["interval"]!));
        stripe.World.Pay(session, "dana@harbour.example", "Dana");
        await paper.TellAsync(stripe.World.Events);
        Assert.Contains("Income:Memberships -700 USD", await paper.BooksAsync(), StringComparison.Ordinal);
        Assert.Empty(await paper.CheckBooksAsync());

        await browser.SignInAsync(paper, "eve@harbour.example");
        Assert.Equal(403, (await browser.GetAsync($"/members/story/{story.PublicId}").TellAsync()).Status);
        var key = await browser.SignInAsync(paper, "dana@harbour.example");
        using var whole = await browser.GetAsync($"/members/story/{story.PublicId}");
        var text = await whole.Content.ReadAsStringAsync();
        Assert.Contains(Canary, text, StringComparison.Ordinal);
        Assert.Equal(story.PublicId.ToString(), Hidden(text, "story"));
        Assert.True(whole.Headers.CacheControl is { NoStore: true, Private: true });
        Assert.Contains("Friend of the harbour", await browser.ReadAsync("/account"), StringComparison.Ordinal);

        // A friend of hers reads this story by her link, and no other.
        var gift = System.Text.RegularExpressions.Regex.Match((await browser.SubmitAsync("/account/gift-stories", ("key", key), ("story", story.PublicId.ToString())).TellAsync()).Text, "href=\"https://post.example(/members/story/[^\"]*)\"").Groups[1].Value;
        using var friend = ReaderIn(paper);
        Assert.Contains(Canary, await friend.ReadAsync(gift), StringComparison.Ordinal);
        paper.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(403, (await friend.GetAsync(gift).TellAsync()).Status);

        // The story that she wanted to read is credited with it.
        Assert.Equal((story.PublicId, "article"), await paper.AskAsync(async newspaper => (await newspaper.Donations.SingleAsync()).Wish is var wish ? (wish.Story!.Value, wish.Place) : default));

        // What she gets back of it is no refund of a gift.
        var charge = stripe.World.Things.Values.Single(one => (string)one["object"]! == "charge");
        stripe.World.Refund(charge, 200);
        await paper.TellAsync(stripe.World.Events);
        Assert.Contains("Income:Memberships:Refunded 200 USD", await paper.BooksAsync(), StringComparison.Ordinal);
        Assert.Empty(await paper.CheckBooksAsync());

        // A failed payment does not end it; the end does, whatever the store holds.
        var series = stripe.World.Things.Values.Single(one => (string)one["object"]! == "subscription");
        var before = stripe.World.Events.Count;
        stripe.World.FailRenewal(series);
        await paper.TellAsync(stripe.World.Events.Skip(before));
        await browser.SignInAsync(paper, "dana@harbour.example");
        Assert.Equal(200, (await browser.GetAsync($"/members/story/{story.PublicId}").TellAsync()).Status);
        stripe.World.Cancel(series);
        await paper.TellAsync(stripe.World.Events.Skip(before));
        Assert.Equal(403, (await browser.GetAsync($"/members/story/{story.PublicId}").TellAsync()).Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_membership_is_credited_to_the_message_whose_button_led_there(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var story = await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        await paper.ChangeAsync(newspaper => newspaper.Messages.RemoveRange(newspaper.Messages));
        var message = await paper.SayAsync("Join us", words: new() { Body = DraftDocument.OfText("Join us."), Address = "/members" });
        await paper.ChangeAsync(newspaper =>
        {
            var tier = new Tier(paper.Edition.Id, "Friend of the harbour", "USD");
            tier.Change("Friend of the harbour", "", 700, 0, 0, true);
            newspaper.Tiers.Add(tier);
        });
        using var browser = ReaderIn(paper);
        var button = System.Text.RegularExpressions.Regex.Match(await browser.ReadAsync("/city/harbour-wall-falls"), "href=\"(/members[^\"]*)\"").Groups[1].Value;
        Assert.Equal($"/members?place=article&story={story.PublicId}&message={message.PublicId}", System.Net.WebUtility.HtmlDecode(button));

        var offer = await browser.ReadAsync(System.Net.WebUtility.HtmlDecode(button));
        Assert.DoesNotContain("Harbour wall falls", offer, StringComparison.Ordinal);
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        // What was wrong with the form loses nothing of it.
        offer = (await browser.SubmitAsync("/members", ("form", Hidden(offer, "form")), ("price", "made/up")).TellAsync()).Text;
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        var price = System.Text.RegularExpressions.Regex.Match(offer, "name=\"price\" value=\"([^\"]*monthly)\"").Groups[1].Value;
        using var onward = await browser.SubmitAsync("/members", ("form", Hidden(offer, "form")), ("price", price), ("arms", $"{message.PublicId}.1 nonsense"));
        var there = onward.Headers.GetValues("Refresh").Single();
        stripe.World.Pay(stripe.World.Things[there[(there.LastIndexOf('/') + 1)..]], "dana@harbour.example", "Dana");
        await paper.TellAsync(stripe.World.Events);

        var result = Assert.Single(await paper.AskAsync(newspaper => new MessageResults(newspaper).AllAsync(default)));
        Assert.Equal([new GiftSum(new(700, "USD"), 1)], result.Members);
        Assert.Empty(result.Once.Concat(result.Recurring));
        Assert.Equal(1, result.With.Givers);
        var wish = await paper.AskAsync(async newspaper => (await newspaper.Donations.SingleAsync()).Wish);
        Assert.Equal((story.PublicId, "article"), (wish.Story, wish.Place));
        using var publisher = await paper.AsAsync(Role.Publisher);
        Assert.Contains("1 membership, $7 so far", await publisher.ReadAsync("/newsroom/messages/results"), StringComparison.Ordinal);
        Assert.Contains(",membership,1,7.00,USD", await publisher.ReadAsync("/newsroom/messages/results.csv"), StringComparison.Ordinal);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_signed_in_reader_reads_so_many_metered_stories_a_month(On on)
    {
        await using var paper = await Newsroom.OpenAsync(on);
        var stories = new List<Article>();
        for (var one = 0; one < 4; one++) stories.Add(await StoryAsync(paper, Access.Metered, $"The vault {one}"));
        using var browser = ReaderIn(paper);
        var way = await browser.GetAsync($"/members/story/{stories[0].PublicId}");
        Assert.Equal($"/sign-in?next={Uri.EscapeDataString($"/members/story/{stories[0].PublicId}")}", way.Headers.Location!.OriginalString);

        await browser.SignInAsync(paper, "dana@harbour.example");
        foreach (var (story, status) in stories.Zip([200, 200, 200, 403])) Assert.Equal(status, (int)(await browser.GetAsync($"/members/story/{story.PublicId}")).StatusCode);
        Assert.Equal(200, (int)(await browser.GetAsync($"/members/story/{stories[1].PublicId}")).StatusCode);
        paper.Clock.Advance(TimeSpan.FromDays(31));
        await browser.SignInAsync(paper, "dana@harbour.example");
        Assert.Equal(200, (int)(await browser.GetAsync($"/members/story/{stories[3].PublicId}")).StatusCode);
    }

    [Fact]
    public async Task A_button_opens_a_story_and_a_section_to_all_until_a_time()
    {
        await using var paper = await Newsroom.OpenAsync();
        await StoryAsync(paper, null);
        using var desk = await paper.AsAsync(Role.Administrator);
        await desk.ReadAsync($"/newsroom/sections/{paper.City.Id}");
        await desk.SubmitAsync($"/newsroom/sections/{paper.City.Id}/access", ("access", "Members"));
        Assert.DoesNotContain(Canary, await paper.Client.GetStringAsync(Path), StringComparison.Ordinal);

        var until = TimeZoneInfo.ConvertTime(paper.Clock.GetUtcNow().AddHours(3), TimeZoneInfo.FindSystemTimeZoneById(paper.Edition.TimeZone)).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
        await desk.SubmitAsync($"/newsroom/sections/{paper.City.Id}/access", ("access", "Members"), ("openUntil", until));
        Assert.Contains(Canary, await paper.Client.GetStringAsync(Path), StringComparison.Ordinal);
        paper.Clock.Advance(TimeSpan.FromHours(4));
        Assert.DoesNotContain(Canary, await paper.Client.GetStringAsync(Path), StringComparison.Ordinal);

        var article = await paper.AskAsync(newspaper => newspaper.Articles.SingleAsync());
        using var signedIn = await paper.AsAsync(Role.Editor);
        var form = await signedIn.ReadAsync($"/newsroom/articles/{article.Id}");
        await signedIn.SubmitAsync($"/newsroom/articles/{article.Id}/access", ("Revision", Hidden(form, "Revision")), ("access", "Open"));
        Assert.Contains(Canary, await paper.Client.GetStringAsync(Path), StringComparison.Ordinal);
    }

    /// <summary>Promise 22.</summary>
    [Fact]
    public async Task Members_text_appears_nowhere_for_free()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        var story = await StoryAsync(paper, Access.Members);
        var open = await paper.PublishAsync(await paper.DraftAsync("The other story", content => content with { Related = [story.PublicId] }));
        var routes = paper.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(route => "/" + route.RoutePattern.RawText!.Trim('/')).Distinct().ToList();
        Assert.True(routes.Count > 100);
        var asked = routes.SelectMany(route => new[] { story.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), story.PublicId.ToString() }.Select(id => System.Text.RegularExpressions.Regex.Replace(
                route.Replace("{section}", "city", StringComparison.Ordinal).Replace("{slug}", "the-vault", StringComparison.Ordinal), "\\{[^}]*\\}", id)))
            .Concat([Path, $"/members/story/{story.PublicId}?gift=made-up", "/feed.xml", "/city/feed.xml", "/feed", "/sitemap.xml", $"/search?q={Canary}", $"/search/results.json?q={Canary}", $"/search/feed.xml?q={Canary}", "/search?q=vault", "/latest", "/", "/popular", $"/city/{open.Slug}"]).Distinct();
        using var anybody = ReaderIn(paper);
        var leaks = new List<string>();
        foreach (var path in asked)
        {
            using var answer = await anybody.GetAsync(path);
            // A page of results says what was searched for; the text around it would be the leak.
            var text = (await answer.Content.ReadAsStringAsync()).Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
            if (text.Contains($"{Canary} sings", StringComparison.OrdinalIgnoreCase)) leaks.Add(path);
        }
        Assert.Empty(leaks);
        Assert.DoesNotContain(Path, await anybody.ReadAsync($"/search?q={Canary}"), StringComparison.Ordinal);
        Assert.Contains(Path, await anybody.ReadAsync("/search?q=vault"), StringComparison.Ordinal);
        // And with the gate open the same questions would find it.
        await paper.AskAsync(async newspaper => { (await newspaper.Articles.SingleAsync(row => row.Id == story.Id)).LetIn(Access.Open, null); return await newspaper.SaveChangesAsync(); });
        Assert.Contains($"{Canary} sings", await paper.Client.GetStringAsync(Path), StringComparison.Ordinal);
        Assert.Contains(Path, await anybody.ReadAsync($"/search?q={Canary}"), StringComparison.Ordinal);
    }

    private static async Task<Article> StoryAsync(Newsroom paper, Access? access, string headline = "The vault")
    {
        var blocks = string.Join("\n\n", "The first words are for everybody.", "So are these.", $"But the {Canary} sings for members.");
        var draft = await paper.DraftAsync(headline, content => content with { Body = DraftDocument.OfText(blocks) });
        var published = await paper.PublishAsync(draft);
        await paper.AskAsync(async newspaper => { (await newspaper.Articles.SingleAsync(row => row.Id == draft.Id)).LetIn(access, null); return await newspaper.SaveChangesAsync(); });
        return published;
    }
}
