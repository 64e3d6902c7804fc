using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Broadsheet.Document;
using Broadsheet.Document.Embeds;

namespace Broadsheet.Tests.Document;

/// <summary>schema.json, which the editor's schema is made from, and the C# reader and writer say the same.</summary>
public class SchemaTests
{
    [Fact]
    public void Every_node_attribute_and_mark_is_read_and_written()
    {
        var everything = new JsonObject { ["type"] = "doc", ["attrs"] = new JsonObject { ["schema"] = 1 }, ["content"] = Holding("doc") };
        foreach (var (name, type) in Schema.Current.Nodes.Where(node => node.Value.Group.Split(' ').Contains("block")))
        {
            everything["content"]!.AsArray().Add(Node(name, type));
        }

        var again = JsonNode.Parse(DraftDocument.Parse(everything.ToJsonString()).ToJson());
        Assert.True(JsonNode.DeepEquals(everything, again), $"{everything.ToJsonString()}\n{again!.ToJsonString()}");
    }

    [Fact]
    public void Every_default_is_what_the_reader_takes_for_nothing()
    {
        foreach (var (name, type) in Schema.Current.Nodes.Where(node => node.Value.Group.Split(' ').Contains("block")))
        {
            var explicitly = Node(name, type, attribute => attribute.IsRequired ? null : attribute.Default);
            var silently = Node(name, type, attribute => attribute.IsRequired ? null : default(JsonElement));
            Assert.Equal(Written(silently), Written(explicitly));
        }
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=3", "youtube", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=x", "youtube", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/shorts/dQw4w9WgXcQ", "youtube", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://vimeo.com/76979871", "vimeo", "https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1")]
    [InlineData("https://vimeo.com/76979871/abcdef0123", "vimeo", "https://vimeo.com/76979871/abcdef0123", "https://player.vimeo.com/video/76979871?h=abcdef0123&dnt=1")]
    [InlineData("https://twitter.com/harbour/status/123?s=20", "x", "https://x.com/harbour/status/123", "https://platform.twitter.com/embed/Tweet.html?id=123&dnt=true")]
    [InlineData("https://www.instagram.com/reel/Cabc_12/?igsh=1", "instagram", "https://www.instagram.com/reel/Cabc_12/", "https://www.instagram.com/reel/Cabc_12/embed/")]
    [InlineData("https://www.datawrapper.de/_/aB3xY/", "datawrapper", "https://datawrapper.dwcdn.net/aB3xY/", "https://datawrapper.dwcdn.net/aB3xY/")]
    [InlineData("https://www.documentcloud.org/documents/24-report.html", "documentcloud", "https://www.documentcloud.org/documents/24-report/", "https://embed.documentcloud.org/documents/24-report/?embed=1")]
    [InlineData("https://open.spotify.com/intl-de/episode/4rOoJ6Egrf8K2IrywzwOMk", "spotify", "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk", "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk")]
    [InlineData("https://www.example.org/film", "link", "https://www.example.org/film", null)]
    [InlineData("https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ", "link", "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ", null)]
    [InlineData("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "link", "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", null)]
    public void An_embed_is_recognised_by_its_address(string address, string provider, string url, string? frame)
    {
        var embed = EmbedProviders.Default.Recognise(address)!;
        Assert.Equal((provider, url, frame), (embed.Provider, embed.Url, embed.Frame));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/inside")]
    [InlineData("")]
    public void What_is_no_web_address_is_no_embed(string address) => Assert.Null(EmbedProviders.Default.Recognise(address));

    [Fact]
    public void A_paper_adds_providers_as_data()
    {
        var own = new EmbedProvider("peertube", "PeerTube", [@"tube\.example/w/(?<id>[A-Za-z0-9]+)"], "https://tube.example/w/{id}", "https://tube.example/videos/embed/{id}");
        var wide = EmbedProviders.Default.With([own, own with { Frame = "javascript:{id}" }, own with { Patterns = ["("] }]);

        Assert.Equal("https://tube.example/videos/embed/abc", wide.Recognise("https://tube.example/w/abc")!.Frame);
        Assert.Contains("tube.example", wide.FrameHosts);
        Assert.StartsWith("A pattern cannot be read", (own with { Patterns = ["("] }).Problem());
        Assert.NotNull((own with { Frame = "http://tube.example/{id}" }).Problem());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("The wall — it fell, twice.", 5)]
    [InlineData("don't well-known 3.5", 3)]
    [InlineData("שלום עולם", 2)]
    [InlineData("می‌رود", 1)]
    [InlineData("東京タワー", 3)]
    public void Words_are_counted_in_every_script(string text, int words) =>
        Assert.Equal(words, ReadingTime.Of(DraftDocument.OfText(text)).Words);

    private static string Written(JsonObject block) =>
        Regex.Replace(DraftDocument.Parse(new JsonObject { ["type"] = "doc", ["content"] = new JsonArray(block) }.ToJsonString()).ToJson(), "\"id\":\"[^\"]*\"", "");

    // An attribute function that answers null means: some value that is not the default.
    private static JsonObject Node(string name, NodeType type, Func<AttributeType, JsonElement?>? value = null)
    {
        var node = new JsonObject { ["type"] = name };
        if (name == "text")
        {
            node["text"] = "words";
            node["marks"] = new JsonArray([.. Schema.Current.Marks.Values.OrderBy(mark => mark.Rank).Select(mark => (JsonNode)Mark(mark))]);
        }

        if (Attributes(type.Attrs, value) is { Count: > 0 } attributes) node["attrs"] = attributes;
        if (type.Content != "") node["content"] = Holding(name, value);
        return node;
    }

    private static JsonArray Holding(string name, Func<AttributeType, JsonElement?>? value = null) => name switch
    {
        "doc" => [],
        "table" => [Node("tableRow", Schema.Current.Nodes["tableRow"], value)],
        "tableRow" => [Node("tableHeader", Schema.Current.Nodes["tableHeader"], value), Node("tableCell", Schema.Current.Nodes["tableCell"], value)],
        "bulletList" or "orderedList" => [Node("listItem", Schema.Current.Nodes["listItem"], value)],
        "gallery" => [Node("picture", Schema.Current.Nodes["picture"], value)],
        "paragraph" or "heading" or "pullQuote" => [Node("text", Schema.Current.Nodes["text"], value), Node("hardBreak", Schema.Current.Nodes["hardBreak"], value)],
        _ => [Node("paragraph", Schema.Current.Nodes["paragraph"], value)],
    };

    private static JsonObject Mark(MarkType type)
    {
        var mark = new JsonObject { ["type"] = type.Name };
        if (Attributes(type.Attrs, null) is { Count: > 0 } attributes) mark["attrs"] = attributes;
        return mark;
    }

    private static int ids;

    private static JsonObject Attributes(Dictionary<string, AttributeType> types, Func<AttributeType, JsonElement?>? value)
    {
        var attributes = new JsonObject();
        foreach (var (name, type) in types)
        {
            if (value?.Invoke(type) is not { } given || type.Type == "id") attributes[name] = Some(type);
            else if (given.ValueKind != JsonValueKind.Undefined) attributes[name] = JsonSerializer.SerializeToNode(given);
        }

        return attributes;
    }

    private static JsonNode Some(AttributeType type) => type.Type switch
    {
        "id" => $"id{ids++}",
        "integer" => JsonValue.Create(type.Max!.Value),
        "choice" => type.Values![^1],
        "uuid" => SampleDocument.Story.ToString(),
        "uuids" => new JsonArray(SampleDocument.Story.ToString()),
        "link" or "address" => "https://example.org/",
        "language" => "he",
        "date" => "2026-11-23",
        "calendar" => "2026-W48",
        "instant" => "2026-11-23T09:30:00Z",
        "suggestion" => new JsonObject { ["kind"] = "split", ["id"] = $"id{ids++}", ["author"] = "Mara", ["by"] = SampleDocument.Story.ToString(), ["at"] = "2026-11-23T09:30:00Z" },
        _ => "words",
    };
}
