using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Broadsheet.Accounts;

namespace Broadsheet.Tests.Api;

/// <summary>Whatever is wrong, the answer is a problem document that says what and where.</summary>
public sealed class ProblemTests
{
    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    [Fact]
    public async Task Nobody_comes_in_without_a_token()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var answer = await newsroom.Client.PostAsJsonAsync("/api/v1/articles", new { headline = "Anonymous" });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains("token", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("""{"headline":"H","body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"bold"},{"type":"blink"}]}]}]}}""", 422, "unfit", "body.content[0].content[0].marks[1]", "blink")]
    [InlineData("""{"headline":"H","body":{"type":"doc","content":[{"type":"iframe"}]}}""", 422, "unfit", "body.content[0]", "iframe")]
    [InlineData("""{"headline":"H","body":"text"}""", 422, "unfit", "body", "document")]
    [InlineData("""{"headine":"H"}""", 400, "malformed", "headine", "headline")]
    [InlineData("""{"bylines":[{"name":"A"},{"nmae":"B"}]}""", 400, "malformed", "bylines[1].nmae", "name")]
    [InlineData("""{"headline":12}""", 400, "malformed", "headline", "headline")]
    [InlineData("""{"kind":"gossip"}""", 400, "malformed", "kind", "kind")]
    [InlineData("""{"kind":3}""", 400, "malformed", "kind", "kind")]
    [InlineData("""{"related":["x"]}""", 400, "malformed", "related[0]", "related")]
    [InlineData("""{"headline":"A","headline":"B"}""", 400, "malformed", "", "headline")]
    [InlineData("""{"headline":"\ud800"}""", 400, "malformed", "headline", "headline")]
    [InlineData("""["H"]""", 400, "malformed", "", "object")]
    [InlineData("""{"headline":""", 400, "malformed", "", "JSON")]
    [InlineData("""{"section":"nowhere"}""", 422, "unfit", "section", "nowhere")]
    [InlineData("""{"topics":["no-such"]}""", 422, "unfit", "topics[0]", "no-such")]
    [InlineData("""{"bylines":[{"contributor":"nobody"}]}""", 422, "unfit", "bylines[0].contributor", "nobody")]
    [InlineData("""{"related":["0199aaaa-0000-7000-8000-000000000000"]}""", 422, "unfit", "related[0]", "0199aaaa")]
    [InlineData("""{"edition":"xx"}""", 422, "unfit", "edition", "xx")]
    [InlineData("""{"bodyHtml":"<p>a","body":{"type":"doc","content":[{"type":"paragraph"}]}}""", 422, "unfit", "body", "once")]
    public async Task What_is_wrong_is_told_with_its_place(string sent, int status, string kind, string path, string says)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);

        var answer = (await wire.SendAsync(HttpMethod.Post, "/articles", Json(sent))).ExpectProblem(status, kind);

        Assert.Contains(answer.Json.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("path").GetString() == path);
        Assert.Contains(says, answer.Text("problems"));
    }

    [Fact]
    public async Task Everything_wrong_is_named_at_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);

        string[] topics = ["b", "c"];
        var answer = (await wire.PostAsync("/articles", new { section = "a", topics })).ExpectProblem(422, "unfit");

        Assert.Equal(["section", "topics[0]", "topics[1]"], answer.Json.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task What_is_not_ready_stays_in_and_says_why()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        var made = (await wire.PostAsync("/articles", new { standfirst = "No headline, no section" })).Expect(201);

        var answer = (await wire.PostAsync($"/articles/{made.Id}/publication", new { revision = made.Revision })).ExpectProblem(422, "not-ready");

        Assert.Equal(["headline", "section"], answer.Json.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task Too_large_the_wrong_type_and_squeezed_are_refused()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);

        (await wire.PostAsync("/articles", new { headline = new string('x', 2_100_000) })).ExpectProblem(413, "too-large");
        (await wire.SendAsync(HttpMethod.Post, "/articles", new StringContent("headline=H", Encoding.UTF8, "application/x-www-form-urlencoded"))).ExpectProblem(415, "wrong-type");
        var squeezed = new ByteArrayContent([0x1f, 0x8b]) { Headers = { { "Content-Type", "application/json" }, { "Content-Encoding", "gzip" } } };
        (await wire.SendAsync(HttpMethod.Post, "/articles", squeezed)).ExpectProblem(415, "wrong-type");
    }

    [Fact]
    public async Task What_is_not_there_and_what_cannot_be_done_are_told()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);

        (await wire.GetAsync($"/articles/{Guid.CreateVersion7()}")).ExpectProblem(404, "not-found");
        (await wire.GetAsync("/nonsense")).ExpectProblem(404, "not-found");
        (await wire.SendAsync(HttpMethod.Delete, "/articles", null)).ExpectProblem(405, "method-not-allowed");
    }
}
