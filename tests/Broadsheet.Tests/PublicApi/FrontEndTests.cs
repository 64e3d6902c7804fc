using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Tests.Browser;

namespace Broadsheet.Tests.PublicApi;

/// <summary>The public API is enough to draw the paper elsewhere: a front end that knows only it says what the paper's own pages say (issue 6, done when 5).</summary>
public sealed partial class FrontEndTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("")]
    [InlineData("he")]
    public async Task A_front_end_of_the_api_alone_shows_what_the_paper_shows(string edition)
    {
        using var client = new HttpClient { BaseAddress = new Uri(sample.Address) };
        var home = edition.Length == 0 ? "/" : $"/{edition}/";

        using var drawn = JsonDocument.Parse(await NodeScript.RunAsync("frontend.mjs", JsonSerializer.Serialize(new { api = $"{sample.Address}/api/v1/paper", edition })));

        var (ours, theirs) = (Parse(await client.GetStringAsync(home)), Parse(drawn.RootElement.GetProperty("front").GetString()!));
        var headlines = Headlines(ours, ".front-lead .story, .front-seconds .story, .row .story");
        Assert.True(headlines.Count > 8, $"The sample paper's front page has {headlines.Count} stories.");
        Assert.Equal(headlines, Headlines(theirs, ".zone .story"));
        Assert.Equal(Texts(ours, ".row .rule-title"), Texts(theirs, ".zone .title"));

        var stories = drawn.RootElement.GetProperty("stories").EnumerateArray().ToList();
        Assert.Equal(headlines.Count, stories.Count);
        foreach (var story in stories)
        {
            var path = new Uri(story.GetProperty("url").GetString()!).AbsolutePath;
            var (page, other) = (Parse(await client.GetStringAsync(path)), Parse(story.GetProperty("html").GetString()!));
            Assert.Equal(Texts(page, "article.article h1"), Texts(other, "h1"));
            // What stands between two paragraphs of a page is the paper's own.
            foreach (var message in page.QuerySelectorAll(".body [data-note]")) message.Remove();
            Assert.Equal(Texts(page, "article.article > .column > .body > *"), Texts(other, ".body > *"));
            Assert.NotEmpty(Texts(other, ".body p"));
            Assert.Equal(Texts(page, ".topics li"), Texts(other, ".topics li"));
            Assert.All(other.QuerySelectorAll(".body [href], .body [src]"), one => Assert.Matches("^(https?:|mailto:|tel:|#)", one.GetAttribute("href") ?? one.GetAttribute("src")!));
        }
    }

    [Fact]
    public async Task A_story_s_pictures_come_in_every_cut_and_can_be_fetched()
    {
        using var client = new HttpClient { BaseAddress = new Uri(sample.Address) };
        using var list = JsonDocument.Parse(await client.GetStringAsync($"{Reader.Root}/stories?limit=20"));
        var story = list.RootElement.GetProperty("items").EnumerateArray().First(one => one.TryGetProperty("picture", out _));

        using var pictures = JsonDocument.Parse(await client.GetStringAsync($"{Reader.Root}/stories/{story.GetProperty("id").GetGuid()}/pictures"));

        var first = pictures.RootElement.GetProperty("items")[0];
        Assert.Equal(story.GetProperty("picture").GetProperty("id").GetGuid(), first.GetProperty("id").GetGuid());
        Assert.NotEmpty(first.GetProperty("credit").GetString()!);
        Assert.Equal(["whole", "1x1", "4x3", "3x2", "16x9"], first.GetProperty("renditions").EnumerateArray().Select(one => one.GetProperty("shape").GetString()));
        foreach (var rendition in first.GetProperty("renditions").EnumerateArray())
        {
            using var file = await client.GetAsync(new Uri(rendition.GetProperty("url").GetString()!).AbsolutePath);
            Assert.Equal("image/jpeg", file.Content.Headers.ContentType?.MediaType);
            Assert.All(rendition.GetProperty("sources").EnumerateArray(), source => Assert.Matches(@"^(http://\S+ \d+w(, )?)+$", source.GetProperty("srcSet").GetString()));
        }
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static List<string> Headlines(IDocument page, string stories) => [.. page.QuerySelectorAll(stories).Select(story => story.QuerySelector("h2 a, h3 a")!).Select(link => $"{Path(link)} {Text(link)}")];

    private static string Path(IElement link) => new Uri(new Uri("http://paper.example"), link.GetAttribute("href")).AbsolutePath;

    private static List<string> Texts(IDocument page, string selector) => [.. page.QuerySelectorAll(selector).Select(Text)];

    private static string Text(IElement element) => Spaces().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
