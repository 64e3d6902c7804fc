using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Document;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Topics;

/// <summary>Topics with kinds, other names and wider topics, merged and suggested.</summary>
public sealed class TopicDeskTests
{
    [Theory, OnBoth]
    public async Task A_merged_topic_gives_its_stories_names_and_address_to_the_other(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(new Topic(newsroom.Edition.Id, "Port", "port"), new Topic(newsroom.Edition.Id, "Harbour", "harbour")));
        var (port, harbour) = (await FindAsync(newsroom, "port"), await FindAsync(newsroom, "harbour"));
        var both = await newsroom.PublishAsync(await newsroom.DraftAsync("On both", content => content with { Topics = [port.PublicId, harbour.PublicId] }));
        var one = await newsroom.PublishAsync(await newsroom.DraftAsync("On one", content => content with { Topics = [port.PublicId] }));
        Assert.DoesNotContain("On one", await ListAsync(newsroom, "/topic/harbour"));
        using var editor = await newsroom.AsAsync(Role.Editor);

        var unknown = await editor.SubmitAsync($"/newsroom/topics/{port.Id}/merging", ("Into", "Harbor"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("value=\"Harbor\"", await unknown.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync($"/newsroom/topics/{port.Id}/merging", ("Into", "harbour"))).StatusCode);

        var page = await ListAsync(newsroom, "/topic/harbour");
        Assert.Contains("On one", page);
        Assert.Equal(page.IndexOf(">On both<", StringComparison.Ordinal), page.LastIndexOf(">On both<", StringComparison.Ordinal));
        Assert.Equal("/topic/harbour", (await newsroom.Client.GetAsync("/topic/port")).Headers.Location!.OriginalString);
        var story = await newsroom.Client.GetStringAsync($"/city/{one.Slug}");
        Assert.Contains("/topic/harbour", story);
        Assert.DoesNotContain("/topic/port", story);
        Assert.Equal(["Port"], (await FindAsync(newsroom, "harbour")).Synonyms);

        // Its old versions and drafts name the one that is gone, and mean the other.
        var form = await editor.ReadAsync($"/newsroom/articles/{one.Id}");
        Assert.Matches($"value=\"{port.PublicId}\" checked[^>]*> <bdi>Harbour", form);
        await newsroom.PublishAsync(one);
        await newsroom.PublishAsync(both);
        Assert.Contains("/topic/harbour", await newsroom.Client.GetStringAsync($"/city/{one.Slug}"));

        // Its name is free again, and a writer who types it means the other all the same.
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Topics.CountAsync()));
        await newsroom.RunJobsAsync();
        Assert.Contains("On one", await newsroom.Client.GetStringAsync("/search?q=topic:port"));
        Assert.Contains("On one", await newsroom.Client.GetStringAsync("/search?q=port"));
    }

    [Theory, OnBoth]
    public async Task A_topic_is_part_of_a_wider_one_and_never_of_itself(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(new Topic(newsroom.Edition.Id, "Sea", "sea"), new Topic(newsroom.Edition.Id, "Harbour", "harbour")));
        var (sea, harbour) = (await FindAsync(newsroom, "sea"), await FindAsync(newsroom, "harbour"));
        using var editor = await newsroom.AsAsync(Role.Editor);

        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(editor, harbour, ("Parent", "SEA"))).StatusCode);
        Assert.Contains("href=\"/topic/sea\"", await newsroom.Client.GetStringAsync("/topic/harbour"));
        Assert.Contains("href=\"/topic/harbour\"", await newsroom.Client.GetStringAsync("/topic/sea"));

        var circle = await SaveAsync(editor, sea, ("Parent", "Harbour"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, circle.StatusCode);
        Assert.Contains("is part of this topic", await circle.Content.ReadAsStringAsync());
        var missing = await SaveAsync(editor, sea, ("Parent", "Lake"));
        Assert.Contains("no topic “Lake”", await missing.Content.ReadAsStringAsync());

        // A removed one leaves its parts standing.
        await editor.SubmitAsync($"/newsroom/topics/{sea.Id}/removal");
        Assert.Null((await FindAsync(newsroom, "harbour")).ParentId);
        Assert.DoesNotContain("/topic/sea", await newsroom.Client.GetStringAsync("/topic/harbour"));
    }

    [Fact]
    public async Task A_person_has_a_page_when_an_editor_says_she_acts_in_public_and_the_data_names_her()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new Topic(newsroom.Edition.Id, "Mara Lind", "mara-lind")));
        var mara = await FindAsync(newsroom, "mara-lind");
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("She spoke", content => content with { Topics = [mara.PublicId] }));
        using var editor = await newsroom.AsAsync(Role.Editor);

        var unsaid = await SaveAsync(editor, mara, ("Kind", "Person"), ("Website", "not an address"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        var html = await unsaid.Content.ReadAsStringAsync();
        Assert.Contains("of age and acts in public, or choose", html);
        Assert.Contains("not an address", html);

        await SaveAsync(editor, mara, ("Kind", "Person"), ("IsPublicPerson", "true"), ("Website", "https://mara.example/"));
        var page = await newsroom.Client.GetStringAsync($"/city/{article.Slug}");
        Assert.Contains("\"about\":[{\"@type\":\"Person\",\"name\":\"Mara Lind\"", page);
        Assert.Contains("\"sameAs\":\"https://mara.example/\"", page);
    }

    [Theory, OnBoth]
    public async Task Another_name_finds_the_topic_and_belongs_to_one_alone(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(new Topic(newsroom.Edition.Id, "Harbour", "harbour"), new Topic(newsroom.Edition.Id, "Tides", "tides")));
        var (harbour, tides) = (await FindAsync(newsroom, "harbour"), await FindAsync(newsroom, "tides"));
        using var editor = await newsroom.AsAsync(Role.Editor);

        await SaveAsync(editor, harbour, ("Synonyms", "Port\n Pört \nHarbour\nDocks"));
        Assert.Equal(["Port", "Docks"], (await FindAsync(newsroom, "harbour")).Synonyms);
        var taken = await SaveAsync(editor, tides, ("Synonyms", "docks"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("“Harbour” is called so already", await taken.Content.ReadAsStringAsync());

        var draft = await newsroom.DraftAsync("New cranes");
        await editor.SubmitAsync($"/newsroom/articles/{draft.Id}", ("Headline", "New cranes"), ("AddTopics", "Port"), ("Revision", $"{draft.Draft.Revision}"));
        Assert.Equal([harbour.PublicId], (await newsroom.ReloadAsync(draft)).Draft.Content.Topics);
        Assert.Equal(2, await newsroom.AskAsync(newspaper => newspaper.Topics.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task The_text_and_the_archive_suggest_topics(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(TopicOf("Café law"), TopicOf("Fishing"), TopicOf("Tides"), TopicOf("Port"), TopicOf("Cod")));
        Topic TopicOf(string name) => new(newsroom.Edition.Id, name, Broadsheet.Paper.Slug.Of(name));
        var ids = await newsroom.AskAsync(newspaper => newspaper.Topics.ToDictionaryAsync(row => row.Slug, row => row.PublicId));
        for (var n = 0; n < 3; n++) await newsroom.PublishAsync(await newsroom.DraftAsync($"Catch {n}", content => content with { Topics = [ids["fishing"], ids["cod"]] }));
        var article = await newsroom.DraftAsync("A CAFE LAW for all", content => content with { Topics = [ids["fishing"]], Body = DraftDocument.OfText("What the tides bring, tides take; report and airport are no port of call.") });
        using var editor = await newsroom.AsAsync(Role.Editor);

        var form = await editor.ReadAsync($"/newsroom/articles/{article.Id}");

        var suggested = form[form.IndexOf("suggested-topics", StringComparison.Ordinal)..];
        suggested = suggested[..suggested.IndexOf("</div>", StringComparison.Ordinal)];
        Assert.All(["tides", "cafe-law", "port", "cod"], slug => Assert.Contains($"{ids[slug]}", suggested));
        Assert.DoesNotContain($"{ids["fishing"]}", suggested);
        Assert.True(suggested.IndexOf($"{ids["tides"]}", StringComparison.Ordinal) < suggested.IndexOf($"{ids["port"]}", StringComparison.Ordinal));
    }

    private static Task<Topic> FindAsync(Newsroom newsroom, string slug) => newsroom.AskAsync(newspaper => newspaper.Topics.SingleAsync(row => row.Slug == slug));

    // Without what is latest and most read, which stand beside every list.
    private static async Task<string> ListAsync(Newsroom newsroom, string path)
    {
        var page = await newsroom.Client.GetStringAsync(path);
        return page[page.IndexOf("spread-main", StringComparison.Ordinal)..page.IndexOf("spread-side", StringComparison.Ordinal)];
    }

    private static async Task<HttpResponseMessage> SaveAsync(StaffBrowser browser, Topic topic, params (string, string)[] more)
    {
        var page = await browser.ReadAsync($"/newsroom/topics/{topic.Id}");
        var revision = System.Text.RegularExpressions.Regex.Match(page, "name=\"Revision\" value=\"(\\d+)\"").Groups[1].Value;
        return await browser.SubmitAsync($"/newsroom/topics/{topic.Id}", [("Name", topic.Name), ("Slug", topic.Slug), ("Description", ""), ("Revision", revision), .. more]);
    }
}
