using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Members;
using Broadsheet.Members.Free;
using Broadsheet.Readers;
using Broadsheet.Sections;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Giving;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Members;

/// <summary>Memberships that the paper gives away.</summary>
public class FreeMembershipTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_given_membership_opens_what_a_paid_one_opens_until_its_last_day_and_is_in_no_books(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var (tier, story) = (await TierAsync(paper), await StoryAsync(paper));
        using var desk = await paper.AsAsync(Role.Publisher);
        var last = DateOnly.FromDateTime(paper.Clock.GetUtcNow().UtcDateTime).AddDays(10);
        (string, string)[] Fields(string address, string reason) => [("Address", address), ("Tier", tier.PublicId.ToString()), ("Until", $"{last:yyyy-MM-dd}"), ("Reason", reason)];

        await desk.ReadAsync("/newsroom/memberships");
        var (status, refused) = await desk.SubmitAsync("/newsroom/memberships", Fields("nobody", "")).TellAsync();
        Assert.Equal(422, status);
        Assert.Contains("That is not an e-mail address.", refused, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await desk.SubmitAsync("/newsroom/memberships", Fields("Dana@School.example", "Harbour School, form 9"))).StatusCode);
        Assert.Contains("Harbour School, form 9", await desk.ReadAsync("/newsroom/memberships"), StringComparison.Ordinal);

        using var browser = ReaderIn(paper);
        var page = $"/members/story/{story.PublicId}";
        await browser.SignInAsync(paper, "eve@school.example");
        Assert.Equal(403, (await browser.GetAsync(page).TellAsync()).Status);
        await browser.SignInAsync(paper, "dana@school.example");
        Assert.Contains("sings for members", await browser.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("a gift of the paper until", await browser.ReadAsync("/account"), StringComparison.Ordinal);
        Assert.Contains("Harbour School", await browser.ReadAsync("/account/export.json"), StringComparison.Ordinal);
        Assert.Equal("", await paper.BooksAsync());

        paper.Clock.Advance(TimeSpan.FromDays(12));
        await browser.SignInAsync(paper, "dana@school.example");
        Assert.Equal(403, (await browser.GetAsync(page).TellAsync()).Status);
    }

    [Fact]
    public async Task It_is_ended_at_once_and_goes_with_its_reader()
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe);
        var (tier, story) = (await TierAsync(paper), await StoryAsync(paper));
        var last = DateOnly.FromDateTime(paper.Clock.GetUtcNow().UtcDateTime).AddYears(1);
        var free = new FreeMembership(ReaderAddress.Read("dana@school.example")!, tier, last, "A prize", 1, paper.Clock.GetUtcNow());
        await paper.ChangeAsync(newspaper => newspaper.FreeMemberships.Add(free));
        using var browser = ReaderIn(paper);
        await browser.SignInAsync(paper, "dana@school.example");
        Assert.Equal(200, (await browser.GetAsync($"/members/story/{story.PublicId}").TellAsync()).Status);

        using var desk = await paper.AsAsync(Role.Publisher);
        await desk.ReadAsync("/newsroom/memberships");
        Assert.Equal(302, (int)(await desk.SubmitAsync($"/newsroom/memberships/{free.Id}/end")).StatusCode);
        Assert.Equal(403, (await browser.GetAsync($"/members/story/{story.PublicId}").TellAsync()).Status);
        Assert.DoesNotContain("dana@school.example", await desk.ReadAsync("/newsroom/memberships"), StringComparison.Ordinal);
        Assert.Contains("dana@school.example", await desk.ReadAsync("/newsroom/memberships?all=true"), StringComparison.Ordinal);
        Assert.Equal(1, await paper.AskAsync(newspaper => newspaper.AuditEntries.CountAsync(row => row.Act == "membership-ended")));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_file_brings_many_and_bad_lines_are_named(On on)
    {
        await using var stripe = await StripeStandIn.StartAsync();
        await using var paper = await GivingPaper.OpenAsync(stripe, on);
        var tier = await TierAsync(paper);
        using var desk = await paper.AsAsync(Role.Publisher);
        await desk.ReadAsync("/newsroom/memberships");
        const string file = "email,until,tier,reason\nada@example.org,,,\n\nnobody,,,\ngrace@example.org,2020-01-01,,\nmary@example.org,soon,,\njoan@example.org,,Foe,\nADA@example.org,,,\neve@example.org,2031-05-01,friend,\"Won it, twice\"\n";

        var text = await ImportAsync(desk, tier, file);
        Assert.Contains("2 memberships were given.", text, StringComparison.Ordinal);
        foreach (var (line, why) in new[] { (4, "Not a mail address."), (5, "2020-01-01 is over."), (6, "“soon” is no day."), (7, "No membership is called “Foe”."), (8, "The address stands on an earlier line.") })
            Assert.Matches($"<td class=\"number\">{line}</td><td class=\"word\"><bdi>[^<]*</bdi></td><td class=\"word\">{System.Text.RegularExpressions.Regex.Escape(why)}", text);
        var given = await paper.AskAsync(newspaper => newspaper.FreeMemberships.OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(["ada@example.org", "eve@example.org"], given.Select(row => row.Address));
        Assert.Equal((new DateOnly(2031, 5, 1), "Won it, twice"), (given[1].Until, given[1].Reason));

        Assert.Contains("No membership was given.", await ImportAsync(desk, tier, file), StringComparison.Ordinal);
        Assert.Equal(2, await paper.AskAsync(newspaper => newspaper.FreeMemberships.CountAsync()));
    }

    private static async Task<string> ImportAsync(StaffBrowser desk, Tier tier, string file)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(desk.Token), "__RequestVerificationToken" },
            { new StringContent(tier.PublicId.ToString()), "Tier" },
            { new StringContent("2030-12-31"), "Until" },
            { new StringContent("The school"), "Reason" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(file)), "File", "school.csv" },
        };
        return (await desk.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/newsroom/memberships/import") { Content = form }).TellAsync()).Text;
    }

    private static async Task<Tier> TierAsync(Newsroom paper)
    {
        var tier = new Tier(paper.Edition.Id, "Friend", "USD");
        tier.Change("Friend", "All stories", 700, 7000, 0, true);
        await paper.ChangeAsync(newspaper => newspaper.Tiers.Add(tier));
        return tier;
    }

    private static async Task<Article> StoryAsync(Newsroom paper)
    {
        var draft = await paper.DraftAsync("The vault", content => content with { Body = DraftDocument.OfText("The first words.\n\nSo are these.\n\nBut the canary sings for members.") });
        var published = await paper.PublishAsync(draft);
        await paper.AskAsync(async newspaper => { (await newspaper.Articles.SingleAsync(row => row.Id == draft.Id)).LetIn(Access.Members, null); return await newspaper.SaveChangesAsync(); });
        return published;
    }
}
