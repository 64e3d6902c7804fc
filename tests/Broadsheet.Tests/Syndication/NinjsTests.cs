using System.Globalization;
using System.Net;
using System.Text.Json;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Settings;
using Broadsheet.Syndication.Feeds;
using Broadsheet.Tests.Browser;
using Broadsheet.Tests.Storage;
using Broadsheet.Topics;
using Broadsheet.Trust.Machines;

namespace Broadsheet.Tests.Syndication;

/// <summary>Stories in IPTC's ninjs 3.0. What its schema allows is written out below: the schema itself comes in no package.</summary>
public sealed class NinjsTests
{
    [Theory, OnBoth]
    public async Task A_story_is_told_in_the_words_of_the_standard(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (topic, ida) = (new Topic(newsroom.Edition.Id, "Harbour & sea", "harbour"), new Contributor("Ida Holm", "ida-holm", ContributorKind.Person));
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(topic, ida));
        await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(new MachineTerms { IsStated = true, Training = false, Terms = "https://post.example/terms" }, 0, newsroom.Clock.GetUtcNow()));
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with
        {
            ShortHeadline = "Wall falls",
            Standfirst = "At noon",
            Dateline = "PORT CALDER",
            Kind = ArticleKind.Analysis,
            Topics = [topic.PublicId],
            Bylines = [new Byline(ida.PublicId), new Byline(null, "Rami Nasser", "translated by")],
            Source = new ArticleSource { Credit = "Reporting by the Coast News Agency" },
        }));

        var item = await ReadAsync(newsroom, "/city/harbour-wall-falls.ninjs.json");

        Assert.Empty(NinjsRules.Broken(item));
        Assert.Equal(("ninjs", "3.0"), (item.GetProperty("standard").GetProperty("name").GetString(), item.GetProperty("standard").GetProperty("version").GetString()));
        Assert.Equal(($"tag:broadsheet,2026:{story.PublicId}", "text", "full", "1", "usable", "en"), (Text(item, "uri"), Text(item, "type"), Text(item, "representationType"), Text(item, "version"), Text(item, "pubStatus"), Text(item, "language")));
        Assert.Equal(["Harbour wall falls", "Wall falls"], Values(item, "headlines"));
        Assert.Equal(["At noon"], Values(item, "descriptions"));
        Assert.Equal(["text/html", "text/plain"], item.GetProperty("bodies").EnumerateArray().Select(body => Text(body, "contentType")));
        Assert.Equal("The wall fell at noon.", Values(item, "bodies")[1]);
        Assert.Equal("Ida Holm, Rami Nasser (translated by)", Text(item, "by"));
        Assert.Equal(["author", "translated by"], item.GetProperty("people").EnumerateArray().Select(who => Text(who, "rel")));
        Assert.Equal(["City", "Harbour & sea"], item.GetProperty("subjects").EnumerateArray().Select(subject => Text(subject, "name")));
        Assert.Equal(("PORT CALDER", "PORT CALDER"), (Text(item, "located"), Text(item.GetProperty("places")[0], "name")));
        Assert.Equal("Analysis", Text(item.GetProperty("genres")[0], "name"));
        Assert.Equal("Reporting by the Coast News Agency", Text(item.GetProperty("infoSources")[0], "name"));
        Assert.EndsWith("/license.xml", Text(item.GetProperty("rightsInfo"), "linkedRights"), StringComparison.Ordinal);
        Assert.Equal("https://post.example/terms", Text(item, "usageTerms"));
        Assert.EndsWith("/city/harbour-wall-falls", Text(item.GetProperty("renditions")[0], "href"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Edition_section_topic_and_contributor_have_a_feed_of_them(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (topic, ida) = (new Topic(newsroom.Edition.Id, "Harbour", "harbour"), new Contributor("Ida Holm", "ida-holm", ContributorKind.Person));
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(topic, ida));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Plain"));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Hers", content => content with { Bylines = [new Byline(ida.PublicId)], Topics = [topic.PublicId] }));
        foreach (var channel in new[] { Channel.Republish, Channel.Feed })
        {
            var kept = await newsroom.PublishAsync(await newsroom.DraftAsync($"Not for {channel}", content => content with { Source = new ArticleSource { Withheld = [channel] } }));
            Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync($"/city/{kept.Slug}.ninjs.json")).StatusCode);
        }

        foreach (var (page, titles) in new (string, string[])[] { ("", ["Hers", "Plain"]), ("/city", ["Hers", "Plain"]), ("/topic/harbour", ["Hers"]), ("/by/ida-holm", ["Hers"]) })
        {
            var feed = await ReadAsync(newsroom, $"{page}/feed.ninjs.json");
            Assert.Equal("composite", Text(feed, "type"));
            Assert.Empty(NinjsRules.Broken(feed));
            Assert.Equal(titles, feed.GetProperty("associations").EnumerateArray().Select(item => Text(item, "name")));
        }
        // Feed readers are not led to it, and corrections are no stories.
        Assert.DoesNotContain("ninjs", await newsroom.Client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/corrections/feed.ninjs.json")).StatusCode);
    }

    [Fact]
    public async Task A_feed_without_texts_has_none_here_either()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.SetSettingOf(newsroom.Edition.Id, new FeedTerms { HasFullText = false }, 0, newsroom.Clock.GetUtcNow()));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));

        var item = (await ReadAsync(newsroom, "/feed.ninjs.json")).GetProperty("associations")[0];

        Assert.Equal("partial", Text(item, "representationType"));
        Assert.False(item.TryGetProperty("bodies", out _));
    }

    [Fact]
    public void What_breaks_the_standard_is_seen()
    {
        using var broken = JsonDocument.Parse("""{"uri":"not a uri","type":"story","versioncreated":"2026-11-28T06:00:00Z","headlines":[{"text":"H"}],"associations":[{"uri":"tag:x,2026:1"}],"rightsInfo":{"langId":"https://x.example"}}""");
        Assert.Equal(["uri is no URI", "type is story", "versioncreated is unknown", "headlines.text is unknown", "headlines has no value", "associations has no name", "rightsInfo says no rights"], NinjsRules.Broken(broken.RootElement));
    }

    internal static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static List<string> Values(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(one => Text(one, "value"))];

    private static async Task<JsonElement> ReadAsync(Newsroom newsroom, string path)
    {
        using var answer = await newsroom.Client.GetAsync(path);
        Assert.Equal(("application/json", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}

/// <summary>The sample paper's stories, which have pictures.</summary>
public sealed class SampleNinjsTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("/feed.ninjs.json", "en")]
    [InlineData("/he/feed.ninjs.json", "he")]
    public async Task Every_story_and_picture_of_the_sample_keeps_the_rules(string path, string language)
    {
        using var client = new HttpClient { BaseAddress = new Uri(sample.Address) };

        using var feed = JsonDocument.Parse(await client.GetStringAsync(path));

        Assert.Empty(NinjsRules.Broken(feed.RootElement));
        var stories = feed.RootElement.GetProperty("associations").EnumerateArray().ToList();
        Assert.True(stories.Count > 5);
        Assert.All(stories, story => Assert.StartsWith(language, NinjsTests.Text(story, "language"), StringComparison.Ordinal));
        var pictures = stories.Where(story => story.TryGetProperty("associations", out _)).SelectMany(story => story.GetProperty("associations").EnumerateArray()).ToList();
        Assert.NotEmpty(pictures);
        foreach (var picture in pictures)
        {
            Assert.Equal("picture", NinjsTests.Text(picture, "type"));
            Assert.NotEmpty(NinjsTests.Text(picture.GetProperty("infoSources")[0], "name"));
            var main = picture.GetProperty("renditions")[0];
            Assert.True(main.GetProperty("width").GetInt32() > 0 && main.GetProperty("height").GetInt32() > 0);
        }
        using var file = await client.GetAsync(new Uri(NinjsTests.Text(pictures[0].GetProperty("renditions")[1], "href")).AbsolutePath);
        Assert.Equal("image/jpeg", file.Content.Headers.ContentType?.MediaType);
    }
}

/// <summary>The rules of ninjs-schema_3.0.json that concern what we write: names, where they may stand, and the forms of their values.</summary>
internal static class NinjsRules
{
    private static readonly Dictionary<string, string[]> Members = new()
    {
        [""] =
        [
            "uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated", "contentCreated", "pubStatus", "urgency", "copyrightHolder", "copyrightNotice", "usageTerms", "edNote", "language",
            "descriptions", "bodies", "headlines", "people", "organisations", "places", "subjects", "events", "objects", "infoSources", "title", "by", "slugline", "located", "renditions", "associations", "altIds", "trustIndicators",
            "standard", "genres", "expires", "rightsInfo",
        ],
        ["descriptions"] = ["role", "contentType", "value"],
        ["headlines"] = ["role", "contentType", "value"],
        ["bodies"] = ["role", "contentType", "charCount", "wordCount", "value"],
        ["people"] = ["name", "rel", "uri", "literal", "contactInfo"],
        ["places"] = ["name", "rel", "uri", "literal", "contactInfo", "geoJSON"],
        ["subjects"] = ["name", "rel", "uri", "literal", "creator", "relevance", "confidence"],
        ["infoSources"] = ["name", "role", "uri", "literal", "contactInfo"],
        ["genres"] = ["name", "uri", "literal"],
        ["altIds"] = ["role", "value"],
        ["standard"] = ["name", "version", "schema"],
        ["rightsInfo"] = ["langId", "linkedRights", "encodedRights"],
        ["renditions"] = ["name", "href", "contentType", "title", "width", "height", "sizeInBytes", "duration", "format"],
    };

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["type"] = ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"],
        ["representationType"] = ["full", "partial"],
        ["pubStatus"] = ["usable", "withheld", "canceled"],
    };

    private static readonly Dictionary<string, string> Needed = new() { [""] = "uri", ["headlines"] = "value", ["bodies"] = "value", ["descriptions"] = "value", ["renditions"] = "name", ["associations"] = "name" };

    public static List<string> Broken(JsonElement item, bool isAssociated = false)
    {
        var broken = new List<string>();
        foreach (var member in item.EnumerateObject())
        {
            if (isAssociated && member.Name is "name" or "rel") continue;
            if (!Members[""].Contains(member.Name)) broken.Add($"{member.Name} is unknown");
            else if (member.Name == "associations") foreach (var other in member.Value.EnumerateArray()) broken.AddRange([.. Broken(other, isAssociated: true), .. other.TryGetProperty("name", out _) ? Array.Empty<string>() : ["associations has no name"]]);
            else broken.AddRange(OfMember(member));
        }
        if (!item.TryGetProperty("uri", out _)) broken.Add("it has no uri");
        if (item.TryGetProperty("rightsInfo", out var rights) && rights.TryGetProperty("linkedRights", out _) == rights.TryGetProperty("encodedRights", out _)) broken.Add("rightsInfo says no rights");
        return broken;
    }

    private static IEnumerable<string> OfMember(JsonProperty member)
    {
        if (Words.TryGetValue(member.Name, out var words) && !words.Contains(member.Value.GetString())) yield return $"{member.Name} is {member.Value}";
        if (member.Name is "uri" && !IsUri(member.Value)) yield return "uri is no URI";
        if (member.Name is "firstCreated" or "versionCreated" or "contentCreated" or "expires" && !IsMoment(member.Value)) yield return $"{member.Name} is no date-time";
        if (member.Name is "version" && member.Value.ValueKind != JsonValueKind.String) yield return "version is no string";
        if (!Members.TryGetValue(member.Name, out var known)) yield break;

        foreach (var thing in member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray()] : new[] { member.Value })
        {
            foreach (var part in thing.EnumerateObject())
            {
                if (!known.Contains(part.Name)) yield return $"{member.Name}.{part.Name} is unknown";
                if (part.Name is "uri" or "href" or "schema" or "langId" or "linkedRights" && !IsUri(part.Value)) yield return $"{member.Name}.{part.Name} is no URI";
                if (part.Name is "wordCount" or "charCount" or "width" or "height" && part.Value.ValueKind != JsonValueKind.Number) yield return $"{member.Name}.{part.Name} is no number";
            }
            if (Needed.TryGetValue(member.Name, out var needed) && !thing.TryGetProperty(needed, out _)) yield return $"{member.Name} has no {needed}";
        }
    }

    private static bool IsUri(JsonElement text) => Uri.TryCreate(text.GetString(), UriKind.Absolute, out var uri) && !uri.IsFile;

    private static bool IsMoment(JsonElement text) => DateTimeOffset.TryParseExact(text.GetString(), "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
