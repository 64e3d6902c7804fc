using System.Text.Json;
using System.Text.RegularExpressions;

namespace Broadsheet.Tests.PublicApi;

/// <summary>docs/read-api.md, as somebody reads it who has nothing else.</summary>
public sealed partial class ReadApiDocsTests
{
    [Fact]
    public async Task Every_question_in_it_is_answered_and_what_it_says_of_ninjs_stands_there()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var docs = await DocsAsync();
        var asked = Questions().Matches(docs).Select(match => match.Groups[1].Value.Replace("$STORY", story.PublicId.ToString(), StringComparison.Ordinal)).ToList();
        Assert.Equal(5, asked.Count);

        foreach (var path in asked.Append("/city/harbour-wall-falls.ninjs.json").Append("/feed.ninjs.json").Append("/city/feed.ninjs.json"))
        {
            Assert.True(path.StartsWith("/api", StringComparison.Ordinal) || docs.Contains(path, StringComparison.Ordinal));
            using var answer = await newsroom.Client.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).Dispose();
        }
    }

    [Fact]
    public async Task Every_route_parameter_and_member_of_a_story_is_in_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var docs = await DocsAsync();
        using var description = JsonDocument.Parse(await newsroom.Client.GetStringAsync("/api/openapi.json"));
        var routes = description.RootElement.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith(Reader.Root, StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 12);

        foreach (var route in routes)
        {
            var operation = route.Value.GetProperty("get");
            Assert.Equal("anybody", operation.GetProperty("x-permission").GetString());
            var line = docs.Split('\n').SingleOrDefault(one => one.StartsWith('|') && one.Split('|')[1].Split('·').Any(name => name.Trim().StartsWith($"`{(route.Name == Reader.Root ? "/" : route.Name[Reader.Root.Length..])}`", StringComparison.Ordinal)));
            Assert.True(line is not null, $"{route.Name} has no line.");
            var asked = operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").Select(one => one.GetProperty("name").GetString()!) : [];
            Assert.Equal(asked, line.Split('|')[3].Split('`', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim()).Where(name => name.Length > 0));
        }
        var schemas = description.RootElement.GetProperty("components").GetProperty("schemas");
        var (listed, whole) = (Names(schemas, "PublicStory"), Names(schemas, "WholeStory"));
        var said = docs[docs.IndexOf("## A story", StringComparison.Ordinal)..docs.IndexOf("**The text**", StringComparison.Ordinal)].Split("By itself besides:");
        Assert.Equal(listed.Order(), Ticked().Matches(said[0]).Select(match => match.Groups[1].Value).Order());
        Assert.Equal(whole.Except(listed).Order(), Ticked().Matches(said[1]).Select(match => match.Groups[1].Value).Order());
    }

    private static IEnumerable<string> Names(JsonElement schemas, string name) => schemas.GetProperty(name).GetProperty("properties").EnumerateObject().Select(property => property.Name);

    private static Task<string> DocsAsync() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "read-api.md"));

    [GeneratedRegex("\\$PAPER(/api[^\"]*)\"")]
    private static partial Regex Questions();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Ticked();
}
