using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Pictures;
using Broadsheet.Storage.Outbox;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Pictures;

/// <summary>Whose picture it is and how long it may be shown: the gate on every road, and the day on which rights end.</summary>
public sealed class RightsTests
{
    private static readonly byte[] Credited = JpegWithIptc.Of("The quay at dawn", "Ana Ruiz", "Harbour Photo", new(2026, 2, 4));
    private static readonly byte[] Spare = JpegWithIptc.Of("The harbour from above", "Staff", "Harbour Post", new(2026, 1, 1));

    [Theory, OnBoth]
    public async Task On_the_day_a_picture_leaves_every_page_without_a_hand_and_the_sections_spare_takes_its_place(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (quay, spare) = (await LibraryTests.TakeInAsync(newsroom, Credited, "quay.jpg"), await LibraryTests.TakeInAsync(newsroom, Spare, "spare.jpg"));
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Quay", content => content with { LeadPicture = new(quay.PublicId, "The quay this morning") }));
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.ReadAsync("/newsroom/spare-pictures");
        await editor.SubmitAsync($"/newsroom/spare-pictures/{newsroom.City.Id}", ($"Spare{newsroom.City.Id}", $"{spare.PublicId}"));
        await newsroom.ChangeAsync(newspaper => newspaper.Pictures.Single(row => row.Id == quay.Id).RightsEnd = newsroom.Clock.GetUtcNow().AddHours(3));
        string[] pages = ["/", "/latest", "/city", $"/city/{article.Slug}", "/feed.xml"];

        foreach (var page in pages) Assert.DoesNotContain(spare.Key, await newsroom.Client.GetStringAsync(page));
        Assert.Contains("The quay this morning", await newsroom.Client.GetStringAsync(pages[3]));
        Assert.Contains("One picture that readers see loses its rights within two weeks.", await editor.ReadAsync("/newsroom/pictures"));
        newsroom.Clock.Advance(TimeSpan.FromHours(3) + TimeSpan.FromSeconds(1));

        foreach (var page in pages)
        {
            var html = await newsroom.Client.GetStringAsync(page);
            Assert.DoesNotContain(quay.Key, html);
            if (page is "/" or "/city" || page == pages[3]) Assert.Contains(spare.Key, html);
        }
        Assert.DoesNotContain("The quay this morning", await newsroom.Client.GetStringAsync(pages[3]));
        Assert.Contains("Harbour Post", await newsroom.Client.GetStringAsync(pages[3]));
    }

    [Fact]
    public async Task Without_a_credit_a_picture_goes_out_by_no_road_and_no_gate_stops_a_correction_or_a_withdrawal()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var bare = await LibraryTests.TakeInAsync(newsroom, TestPicture.Jpeg(640, 400), "bare.jpg");
        var quay = await LibraryTests.TakeInAsync(newsroom, Credited, "quay.jpg");
        var draft = await newsroom.DraftAsync("Quay", content => content with { LeadPicture = new(bare.PublicId) });
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.ReadAsync($"/newsroom/articles/{draft.Id}");

        // The editor's road, the schedule's, and the API's.
        var refused = await editor.SubmitAsync($"/newsroom/articles/{draft.Id}/publication", ("Revision", $"{draft.Draft.Revision}"));
        Assert.Contains("bare.jpg", await refused.Content.ReadAsStringAsync());
        await Assert.ThrowsAsync<NotReadyException>(() => newsroom.ActAsync(draft, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddHours(1), 0)));
        using var wire = new HttpClient { BaseAddress = newsroom.Client.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", await newsroom.TokenAsync(Role.Editor)) } };
        var api = await wire.PostAsync($"/api/v1/articles/{draft.PublicId}/publication", new StringContent($$"""{"revision": {{draft.Draft.Revision}}}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.StatusCode);
        Assert.False((await newsroom.ReloadAsync(draft)).IsPublished);

        // Scheduled with a credit that is lost before the time: the job does not send it out.
        var timed = await newsroom.DraftAsync("Timed", content => content with { LeadPicture = new(quay.PublicId) });
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Out", content => content with { LeadPicture = new(quay.PublicId) }));
        await newsroom.ActAsync(timed, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddHours(1), 0));
        await newsroom.ChangeAsync(newspaper => { var lost = newspaper.Pictures.Single(row => row.Id == quay.Id); lost.Credit = Credit.None; lost.Remember(); });
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        var worker = newsroom.App.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<JobWorker>().Single();
        while (await worker.RunNextAsync(TestContext.Current.CancellationToken)) { }
        Assert.False((await newsroom.ReloadAsync(timed)).IsPublished);

        // What is out already: corrected with the picture that lost its credit, which readers are not shown; and withdrawn.
        await newsroom.ActAsync(story, async (publication, found) =>
        {
            found.SaveDraft(found.Draft.Content with { Headline = "Out, corrected" }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            await publication.PublishAsync(found, 0);
        });
        var page = await newsroom.Client.GetStringAsync($"/city/{story.Slug}");
        Assert.Contains("Out, corrected", page);
        Assert.DoesNotContain(quay.Key, page);
        await newsroom.ActAsync(story, (publication, found) => publication.WithdrawAsync(found, new Withdrawal(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));
        Assert.False((await newsroom.ReloadAsync(story)).IsPublished);

        // By a named editor's reason, which is logged, it goes out.
        await editor.ReadAsync($"/newsroom/pictures/{bare.Id}");
        await editor.SubmitAsync($"/newsroom/pictures/{bare.Id}/credit-override", ("Reason", "Found on the quay; nobody knows"));
        await newsroom.PublishAsync(draft);
        var entry = await newsroom.AskAsync(newspaper => newspaper.AuditEntries.SingleAsync(one => one.Act == "credit-override"));
        Assert.Equal(("Mara Editor", "Found on the quay; nobody knows"), (entry.Who, entry.Reason));
    }

    [Fact]
    public async Task The_library_is_filtered_and_many_are_changed_after_a_look_at_what_would_change()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (quay, spare) = (await LibraryTests.TakeInAsync(newsroom, Credited, "quay.jpg"), await LibraryTests.TakeInAsync(newsroom, Spare, "spare.jpg"));
        var bare = await LibraryTests.TakeInAsync(newsroom, TestPicture.Jpeg(640, 400), "bare.jpg");
        await newsroom.PublishAsync(await newsroom.DraftAsync("Quay story", content => content with { LeadPicture = new(quay.PublicId, "Seen from the pier") }));
        using var editor = await newsroom.AsAsync(Role.Editor);

        Assert.Equal([quay.Id], await FoundAsync("use=used"));
        Assert.Equal([bare.Id, spare.Id], await FoundAsync("use=unused"));
        Assert.Equal([bare.Id], await FoundAsync("rights=none"));
        Assert.Equal([quay.Id], await FoundAsync("creator=ruiz"));
        Assert.Equal([quay.Id], await FoundAsync("from=2026-02-01&to=2026-02-28"));
        var uses = await editor.ReadAsync($"/newsroom/pictures/{quay.Id}");
        Assert.Contains("Quay story", uses);
        Assert.Contains("Seen from the pier", uses);

        var form = await editor.ReadAsync($"/newsroom/pictures/bulk?id={quay.Id}&id={bare.Id}");
        Assert.Contains("bare.jpg", form);
        (string, string)[] typed = [("id", $"{quay.Id}"), ("id", $"{bare.Id}"), ("CreditLine", "Photo: Omar Haddad/Harbour Photo"), ("Licence", "House contract"), ("RightsEnd", "2031-01-01"), ("Closed", "yes")];
        var shown = await (await editor.SubmitAsync("/newsroom/pictures/bulk", [.. typed, ("Act", "show")])).Content.ReadAsStringAsync();
        Assert.Contains("Change 2 pictures", shown);
        Assert.Contains("Omar Haddad", shown);
        Assert.Equal("", (await newsroom.AskAsync(newspaper => newspaper.Pictures.SingleAsync(row => row.Id == bare.Id))).Licence);
        Assert.Equal(HttpStatusCode.Conflict, (await editor.SubmitAsync("/newsroom/pictures/bulk", [.. typed, ("Act", "apply"), ($"Stamp-{quay.Id}", $"{Guid.NewGuid()}"), ($"Stamp-{bare.Id}", $"{bare.Stamp}")])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.SubmitAsync("/newsroom/pictures/bulk", ("id", $"{bare.Id}"), ("RightsEnd", "soon"), ("Act", "show"))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync("/newsroom/pictures/bulk", [.. typed, ("Act", "apply"), ($"Stamp-{quay.Id}", $"{quay.Stamp}"), ($"Stamp-{bare.Id}", $"{bare.Stamp}")])).StatusCode);
        Assert.Equal([bare.Id, quay.Id], await FoundAsync("rights=closed&licence=House+contract"));
        Assert.True((await newsroom.AskAsync(newspaper => newspaper.Pictures.SingleAsync(row => row.Id == bare.Id))).HasCredit);
        // Not for republication: on the paper's page, in no feed.
        Assert.Contains(quay.Key, await newsroom.Client.GetStringAsync("/"));
        Assert.DoesNotContain(quay.Key, await newsroom.Client.GetStringAsync("/feed.xml"));

        async Task<List<long>> FoundAsync(string query)
        {
            var html = await editor.ReadAsync($"/newsroom/pictures?{query}");
            return [.. new[] { bare, spare, quay }.Where(picture => html.Contains($"name=\"id\" value=\"{picture.Id}\"", StringComparison.Ordinal)).Select(picture => picture.Id)];
        }
    }
}
