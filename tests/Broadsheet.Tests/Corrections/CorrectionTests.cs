using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Broadsheet.Accounts;
using Broadsheet.Corrections;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage.Outbox;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Corrections;

/// <summary>Corrections from the desk to the readers, as an editor without script makes them.</summary>
public sealed class CorrectionTests
{
    [Theory, OnBoth]
    public async Task A_correction_is_on_the_story_in_the_ledger_its_feed_and_the_data_and_is_amended_with_its_trail(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on, services: services => services.AddListener<CorrectionMade, Heard>().AddListener<CorrectionAmended, HeardAgain>());
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var path = $"/newsroom/articles/{article.Id}/corrections";
        Assert.DoesNotContain("CorrectionComment", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));
        Assert.Contains("Nothing has been corrected yet", await newsroom.Client.GetStringAsync("/corrections"));

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync(path, ("shown", "1"), ("Kind", "Correction"), ("Text", "No"))).StatusCode);
        var shown = article.PublishedVersionId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var mute = await editor.SubmitAsync(path, ("shown", shown), ("Text", "The wall fell at one, not at noon."));
        Assert.Contains("Say whether it is a correction", await mute.Content.ReadAsStringAsync());
        Assert.Contains("The wall fell at one, not at noon.</textarea>", await mute.Content.ReadAsStringAsync());
        await editor.SubmitAsync(path, ("shown", shown), ("Kind", "Correction"), ("Text", "The wall fell at one, not at noon."));
        await editor.SubmitAsync(path, ("shown", shown), ("Kind", "Update"), ("Text", "The road is open again."));

        var page = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.Contains("The wall fell at one, not at noon.", page);
        Assert.Contains("The road is open again.", page);
        Assert.True(page.LastIndexOf("not at noon", StringComparison.Ordinal) > page.IndexOf("The wall fell at noon.", StringComparison.Ordinal));
        var data = Data(page);
        Assert.Equal("The wall fell at one, not at noon.", data.GetProperty("correction")[0].GetProperty("text").GetString());
        Assert.Equal(1, data.GetProperty("correction").GetArrayLength());
        var ledger = await newsroom.Client.GetStringAsync("/corrections");
        Assert.Contains("not at noon", ledger);
        Assert.Contains("href=\"/city/harbour-wall-falls\"", ledger);
        Assert.Contains("href=\"/corrections/feed.xml\"", ledger);
        Assert.DoesNotContain("The road is open again.", ledger);
        var item = XDocument.Parse(await newsroom.Client.GetStringAsync("/corrections/feed.xml")).Descendants("item").Single();
        Assert.Equal("Correction: Harbour wall falls", item.Element("title")!.Value);

        // Amended, and what it said before stays, for readers too.
        var correction = await newsroom.AskAsync(newspaper => newspaper.Corrections.SingleAsync(row => row.Kind == CorrectionKind.Correction));
        await editor.SubmitAsync($"{path}/{correction.Id}", ("revision", "1"), ("Kind", "Clarification"), ("Text", "The wall fell at one."), ("Why", "The coastguard called"));
        Assert.Contains("Somebody amended it since", await (await editor.SubmitAsync($"{path}/{correction.Id}", ("revision", "1"), ("Kind", "Clarification"), ("Text", "Late"))).Content.ReadAsStringAsync());
        page = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.Contains("<b>Clarification</b>", page);
        Assert.Contains("not at noon", page);
        Assert.Contains("The coastguard called", await editor.ReadAsync(path));
        Assert.DoesNotContain("The coastguard called", page);

        // The paper's settings say where.
        await publisher.SubmitAsync("/newsroom/corrections/settings", ("Revision", "0"), ("Place", "Top"), ("UpdatePlace", "Bottom"));
        page = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.True(page.IndexOf("<p dir=\"auto\">The wall fell at one.", StringComparison.Ordinal) < page.IndexOf("The wall fell at noon.", StringComparison.Ordinal));
        Assert.True(page.IndexOf("The road is open again.", StringComparison.Ordinal) > page.IndexOf("The wall fell at noon.", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.SubmitAsync("/newsroom/corrections/settings", ("Revision", "1"), ("Place", "Bottom"))).StatusCode);

        await JobsAsync(newsroom);
        Assert.Contains(Heard.Of, told => told == new CorrectionMade(article.Id, correction.Id));
        Assert.Contains(HeardAgain.Of, told => told == new CorrectionAmended(article.Id, correction.Id));
    }

    [Fact]
    public async Task A_retraction_stands_in_the_ledger_and_what_the_law_took_is_not_repeated_there()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var retracted = await newsroom.PublishAsync(await newsroom.DraftAsync("Wrong story"));
        var removed = await newsroom.PublishAsync(await newsroom.DraftAsync("Forbidden story"));
        await publisher.SubmitAsync($"/newsroom/articles/{removed.Id}/corrections", ("shown", $"{removed.PublishedVersionId}"), ("Kind", "Correction"), ("Text", "The name is Holm."));
        await publisher.SubmitAsync($"/newsroom/articles/{retracted.Id}/withdrawal", ("shown", $"{retracted.PublishedVersionId}"), ("Kind", "retraction"), ("Reason", "Not so"), ("Notice", "We were wrong about all of it."));
        await publisher.SubmitAsync($"/newsroom/articles/{removed.Id}/withdrawal", ("shown", $"{removed.PublishedVersionId}"), ("Kind", "legal"), ("Reason", "Order 12"));
        await JobsAsync(newsroom);
        await JobsAsync(newsroom);

        var ledger = await newsroom.Client.GetStringAsync("/corrections");

        Assert.Contains("We were wrong about all of it.", ledger);
        Assert.Contains("Wrong story", ledger);
        Assert.Contains("A story that was taken down", ledger);
        Assert.DoesNotContain("Holm", ledger);
        Assert.DoesNotContain("Forbidden", ledger);
        Assert.DoesNotContain("Holm", await newsroom.Client.GetStringAsync("/corrections/feed.xml"));
        var story = await newsroom.Client.GetStringAsync("/city/wrong-story");
        Assert.Single(story.Split("We were wrong about all of it.")[1..]);
    }

    [Fact]
    public async Task Every_edition_has_its_own_ledger_in_pages()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var hebrew = new Edition("he", "הנמל", "he", "Asia/Jerusalem", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Add(hebrew));
        var section = new Section(hebrew.Id, "עיר", "city", 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Sections.Add(section));
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.ChangeAsync(newspaper =>
        {
            for (var i = 0; i < 23; i++) newspaper.Corrections.Add(new(article, CorrectionKind.Correction, $"Number {i:00}.", 1, 0, newsroom.Clock.GetUtcNow().AddMinutes(i)));
        });

        var first = await newsroom.Client.GetStringAsync("/corrections");
        Assert.Contains("Number 22.", first);
        Assert.DoesNotContain("Number 02.", first);
        Assert.Contains("href=\"/corrections?page=2\"", first);
        Assert.Contains("Number 02.", await newsroom.Client.GetStringAsync("/corrections?page=2"));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/corrections?page=3")).StatusCode);
        Assert.DoesNotContain("Number", await newsroom.Client.GetStringAsync("/he/corrections"));
    }

    internal static async Task JobsAsync(Newsroom newsroom)
    {
        while (await newsroom.App.Services.GetRequiredService<JobWorker>().RunNextAsync(default)) { }
    }

    private static JsonElement Data(string page)
    {
        var from = page.IndexOf("<script type=\"application/ld+json\">", StringComparison.Ordinal) + "<script type=\"application/ld+json\">".Length;
        return JsonDocument.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)]).RootElement;
    }

    public sealed class Heard : IJob<CorrectionMade>
    {
        public static System.Collections.Concurrent.ConcurrentBag<CorrectionMade> Of { get; } = [];

        public Task RunAsync(CorrectionMade work, string key, CancellationToken stop)
        {
            Of.Add(work);
            return Task.CompletedTask;
        }
    }

    public sealed class HeardAgain : IJob<CorrectionAmended>
    {
        public static System.Collections.Concurrent.ConcurrentBag<CorrectionAmended> Of { get; } = [];

        public Task RunAsync(CorrectionAmended work, string key, CancellationToken stop)
        {
            Of.Add(work);
            return Task.CompletedTask;
        }
    }
}
