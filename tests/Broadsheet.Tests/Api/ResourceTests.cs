using System.Net;
using System.Net.Http.Json;
using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Pictures;
using Broadsheet.Tests.Storage;
using Broadsheet.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Api;

/// <summary>Sections, topics, contributors, editions, pictures and lists, as a script uses them.</summary>
public sealed class ResourceTests
{
    [Theory, OnBoth]
    public async Task Places_are_made_listed_changed_and_used(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var wire = await Wire.OfAsync(newsroom, Role.Publisher);
        var edition = (await wire.PostAsync("/editions", new { code = "he", name = "הפוסט", language = "he", timeZone = "Asia/Jerusalem" })).Expect(201);
        Assert.Equal(("rtl", "/he/"), (edition.Text("direction"), edition.Text("url")));
        var section = (await wire.PostAsync("/sections", new { edition = "he", name = "עיר" })).Expect(201);
        var topic = (await wire.PostAsync("/topics", new { name = "Harbour wall" })).Expect(201);
        Assert.Equal(("harbour-wall", "/topic/harbour-wall"), (topic.Text("slug"), topic.Text("url")));
        (await wire.PatchAsync($"/topics/{topic.Id}", new { description = "It fell." })).Expect(200);
        (await wire.PatchAsync($"/sections/{section.Id}", new { name = "העיר" })).Expect(200);
        (await wire.PatchAsync($"/editions/{edition.Id}", new { tagline = "יומון" })).Expect(200);

        Assert.Equal("העיר", (await wire.GetAsync("/sections?edition=he")).Text("items.0.name"));
        Assert.Equal("It fell.", (await wire.GetAsync("/topics")).Text("items.0.description"));
        Assert.Equal("יומון", (await wire.GetAsync("/editions")).Text("items.1.tagline"));
        string[] topics = ["harbour-wall"];
        (await wire.PostAsync("/articles", new { headline = "H", section = "city", topics })).Expect(201);
    }

    [Fact]
    public async Task What_cannot_be_a_place_is_refused_with_its_reason()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Publisher);

        (await wire.PostAsync("/sections", new { name = "Latest" })).ExpectProblem(422, "unfit");
        (await wire.PostAsync("/sections", new { name = "City" })).ExpectProblem(422, "unfit");
        (await wire.PostAsync("/sections", new { name = " " })).ExpectProblem(422, "unfit");
        (await wire.PostAsync("/topics", new { name = "A b", slug = "A b" })).ExpectProblem(422, "unfit");
        (await wire.PostAsync("/editions", new { code = "city", name = "X", language = "en", timeZone = "UTC" })).ExpectProblem(422, "unfit");
        var wrong = (await wire.PostAsync("/editions", new { code = "x y" })).ExpectProblem(422, "unfit");
        Assert.Equal(["code", "name", "language", "timeZone"], wrong.Json.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("path").GetString()));
        (await wire.GetAsync("/articles?limit=900")).ExpectProblem(400, "malformed");
        (await wire.GetAsync("/articles?after=nonsense!")).ExpectProblem(400, "malformed");
        (await wire.GetAsync("/articles?state=gone")).ExpectProblem(400, "malformed");
    }

    [Fact]
    public async Task The_name_behind_a_pen_name_is_the_publishers()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await Wire.OfAsync(newsroom, Role.Editor);
        using var publisher = await Wire.OfAsync(newsroom, Role.Publisher);
        using var reporter = await Wire.OfAsync(newsroom, Role.Reporter);
        var made = (await editor.PostAsync("/contributors", new { name = "Ruth Cohen", penName = "The Lamplighter" })).Expect(201);

        Assert.Equal(("The Lamplighter", "the-lamplighter", null), (made.Text("printedName"), made.Text("slug"), made.Text("name")));
        Assert.Equal("Ruth Cohen", (await publisher.GetAsync("/contributors")).Text("items.0.name"));
        (await editor.PatchAsync($"/contributors/{made.Id}", new { penName = "" })).ExpectProblem(403, "forbidden");
        (await reporter.PatchAsync($"/contributors/{made.Id}", new { bio = "x" })).ExpectProblem(403, "forbidden");
        Assert.True((await editor.PatchAsync($"/contributors/{made.Id}", new { isHidden = true })).Expect(200)["isHidden"]!.Value.GetBoolean());
    }

    [Fact]
    public async Task A_picture_is_sent_described_and_changed_and_what_is_none_is_refused()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        using var reporter = await Wire.OfAsync(newsroom, Role.Reporter);

        var made = (await SendAsync(wire, TestPicture.Jpeg(640, 400), ("caption", "The wall"), ("creditLine", "Mara Lind/AP"))).Expect(201);
        Assert.Equal(("The wall", "(Photo: Mara Lind/AP)", "640"), (made.Text("caption"), made.Text("creditLine"), made.Text("width")));
        Assert.Equal(made.Id, (await SendAsync(wire, TestPicture.Jpeg(640, 400), ("caption", "Again"))).Expect(200).Id);
        var changed = (await wire.PatchAsync($"/pictures/{made.Id}", new { stamp = made.Text("stamp"), altText = "A broken wall", focalPoint = new { x = 20, y = 30 } })).Expect(200);
        Assert.Equal(("A broken wall", "20", "The wall"), (changed.Text("altText"), changed.Text("focalPoint.x"), changed.Text("caption")));
        Assert.Equal("A broken wall", (await wire.PatchAsync($"/pictures/{made.Id}", new { stamp = made.Text("stamp"), altText = "Stale" })).ExpectProblem(409, "stale-revision").Text("picture.altText"));
        (await reporter.PatchAsync($"/pictures/{made.Id}", new { stamp = changed.Text("stamp"), altText = "Hers" })).ExpectProblem(403, "forbidden");
        Assert.Equal(made.Id, (await wire.GetAsync("/pictures?search=broken")).Text("items.0.id"));

        (await SendAsync(wire, TestPicture.PngBomb(50_000, 50_000))).ExpectProblem(422, "picture-refused");
        (await SendAsync(wire, "not a picture"u8.ToArray())).ExpectProblem(422, "picture-refused");
        (await SendAsync(wire, new byte[60_500_000])).ExpectProblem(413, "too-large");
        (await SendAsync(wire, TestPicture.Jpeg(10, 10), ("takenOn", "yesterday"))).ExpectProblem(400, "malformed");
        (await wire.PostAsync("/pictures", new { file = "x" })).ExpectProblem(415, "wrong-type");

        var bare = (await SendAsync(wire, TestPicture.Jpeg(641, 400))).Expect(201);
        (await wire.PostAsync($"/pictures/{bare.Id}/credit-override", new { stamp = bare.Text("stamp"), editor = "mara@harbour.example", reason = " " })).ExpectProblem(422, "unfit");
        // A token is nobody's name: an editor answers for it, and a reporter cannot.
        (await wire.PostAsync($"/pictures/{bare.Id}/credit-override", new { stamp = bare.Text("stamp"), editor = "mara@harbour.example", reason = "Nobody knows" })).ExpectProblem(422, "unfit");
        await newsroom.HireAsync(Role.Reporter, "reporter@harbour.example");
        (await wire.PostAsync($"/pictures/{bare.Id}/credit-override", new { stamp = bare.Text("stamp"), editor = "reporter@harbour.example", reason = "Nobody knows" })).ExpectProblem(422, "unfit");
        await newsroom.HireAsync(Role.Editor, "mara@harbour.example");
        Assert.True((await wire.PostAsync($"/pictures/{bare.Id}/credit-override", new { stamp = bare.Text("stamp"), editor = "Mara@harbour.example", reason = "Nobody knows" })).Expect(200)["hasCredit"]!.Value.GetBoolean());
    }

    [Theory, OnBoth]
    public async Task Articles_are_listed_in_parts_and_by_what_happened(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        using var reporter = await Wire.OfAsync(newsroom, Role.Reporter);
        var made = new List<WireAnswer>();
        foreach (var headline in new[] { "One", "Two", "Three" }) made.Add((await wire.PostAsync("/articles", new { headline, section = "city" })).Expect(201));
        (await wire.PostAsync($"/articles/{made[0].Id}/publication", new { revision = made[0].Revision })).Expect(200);

        var first = await wire.GetAsync("/articles?limit=2");
        var rest = await wire.GetAsync(first.Text("next")!["/api/v1".Length..]);
        Assert.Equal(("Three", "Two", "One"), (first.Text("items.0.headline"), first.Text("items.1.headline"), rest.Text("items.0.headline")));
        Assert.Null(rest.Text("next"));
        Assert.Equal("/city/one", (await wire.GetAsync("/articles?state=published&section=city")).Expect(200).Text("items.0.url"));
        Assert.Equal(2, (await wire.GetAsync("/articles?state=draft")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await reporter.GetAsync("/articles")).Json.GetProperty("items").GetArrayLength());

        await Task.Delay(5);
        var since = newsroom.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (await wire.PostAsync($"/articles/{made[0].Id}/withdrawal", new { revision = made[0].Revision, kind = "mistake", reason = "Early" })).Expect(200);
        var changed = (await wire.GetAsync($"/articles?changedSince={since}")).Expect(200);
        Assert.Equal("One", changed.Text("items.0.headline"));
        Assert.Equal(1, changed.Json.GetProperty("items").GetArrayLength());
    }

    [Theory, OnBoth]
    public async Task The_same_key_makes_one_article_and_other_content_under_it_is_refused(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        Task<WireAnswer> Send(string headline, string key = "wire-7") => wire.SendAsync(HttpMethod.Post, "/articles", JsonContent.Create(new { headline }), ("Idempotency-Key", key));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Send("Once")));
        Assert.All(answers, answer => Assert.Equal(answers[0].Expect(201).Json.ToString(), answer.Json.ToString()));
        (await Send("Other")).ExpectProblem(422, "key-reused");
        Assert.NotEqual(answers[0].Id, (await Send("Once", "wire-8")).Expect(201).Id);
        Assert.Equal(2, (await wire.GetAsync("/articles")).Json.GetProperty("items").GetArrayLength());

        newsroom.Clock.Advance(TimeSpan.FromHours(25));
        Assert.NotEqual(answers[0].Id, (await Send("Other")).Expect(201).Id);
    }

    [Fact]
    public async Task Embargo_hiding_and_versions()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        var made = (await wire.PostAsync("/articles", new { headline = "H", section = "city", bodyMarkdown = "## Wall\n\nIt **fell**. <script>x</script>" })).Expect(201);
        Assert.Equal(("heading", "script"), (made.Text("content.body.content.0.type"), made.Text("notes.0.kind")));
        var (path, revision) = ($"/articles/{made.Id}", made.Revision);

        (await wire.PostAsync($"{path}/embargo", new { revision, until = newsroom.Clock.GetUtcNow().AddHours(2), zone = "Nowhere/None", source = "" })).ExpectProblem(422, "unfit");
        (await wire.PostAsync($"{path}/embargo", new { revision, until = newsroom.Clock.GetUtcNow().AddHours(2), zone = "Asia/Jerusalem", source = "The ministry" })).Expect(200);
        (await wire.PostAsync($"{path}/publication", new { revision })).ExpectProblem(409, "refused");
        (await wire.PostAsync($"{path}/embargo/removal", new { revision, reason = "Broken elsewhere" })).Expect(200);
        (await wire.PostAsync($"{path}/publication", new { revision, reason = "First" })).Expect(200);
        Assert.True((await wire.PostAsync($"{path}/search-engines", new { revision, isHidden = true })).Expect(200)["isHiddenFromSearchEngines"]!.Value.GetBoolean());

        Assert.Equal("First", (await wire.GetAsync($"{path}/versions")).Text("items.0.reason"));
        Assert.Equal("H", (await wire.GetAsync($"{path}/versions/1")).Text("content.headline"));
        (await wire.GetAsync($"{path}/versions/2")).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        var limits = newsroom.App.Services.GetRequiredService<RateLimits>();
        for (var asked = 0; asked < Brake.Api.PerAddress; asked++) limits.Check(Brake.Api, IPAddress.Loopback);

        (await wire.GetAsync("/articles")).ExpectProblem(429, "too-many-requests");
        var answer = await newsroom.Client.GetAsync("/api/v1/nonsense");
        Assert.Equal(429, (int)answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    internal static Task<WireAnswer> SendAsync(Wire wire, byte[] file, params (string Name, string Value)[] words)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "picture.jpg" } };
        foreach (var (name, value) in words) form.Add(new StringContent(value), name);
        return wire.SendAsync(HttpMethod.Post, "/pictures", form);
    }
}
