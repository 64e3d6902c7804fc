using System.Text.Json;
using Broadsheet.Document;

namespace Broadsheet.Tests.Document;

public class ParseTests
{
    [Fact]
    public void Everything_survives_the_way_through_JSON()
    {
        var document = SampleDocument.Everything;
        var again = DraftDocument.Parse(document.ToJson());

        Assert.Equal(document, again);
        Assert.Equal(document.ToJson(), again.ToJson());
    }

    [Fact]
    public void A_record_that_holds_a_document_serialises()
    {
        var content = new Content("Wall falls", SampleDocument.Everything, SampleDocument.Everything.ForPublication());
        var json = JsonSerializer.Serialize(content, JsonSerializerOptions.Web);

        Assert.Contains("\"body\":{\"type\":\"doc\",\"attrs\":{\"schema\":1}", json);
        Assert.Equal(content, JsonSerializer.Deserialize<Content>(json, JsonSerializerOptions.Web));
    }

    [Theory]
    [InlineData("""{"type":"paragraf"}""", "content[0]", "“paragraf” is not a known kind of content.")]
    [InlineData("""{"type":"listItem"}""", "content[0]", "A list item cannot stand in a document.")]
    [InlineData("""{"type":"bulletList"}""", "content[0]", "A list must hold a list item.")]
    [InlineData("""{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"bulletList","content":[]}]}]}""", "content[0].content[0]", "A list item must begin with a paragraph.")]
    [InlineData("""{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"bold"},{"type":"blink"}]}]}""", "content[0].content[0].marks[1]", "“blink” is not a known mark.")]
    [InlineData("""{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":"javascript:alert(1)"}}]}]}""", "content[0].content[0].marks[0].attrs.href", "This link is not allowed: use http, https, mailto, tel or an address in the paper.")]
    [InlineData("""{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":"javascript：alert(1)"}}]}]}""", "content[0].content[0].marks[0].attrs.href", "This link is not allowed: use http, https, mailto, tel or an address in the paper.")]
    [InlineData("""{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link"}]}]}""", "content[0].content[0].marks[0].attrs.href", "A link needs “href”.")]
    [InlineData("""{"type":"paragraph","content":[{"type":"text","text":""}]}""", "content[0].content[0]", "Text cannot be empty.")]
    [InlineData("""{"type":"paragraph","content":[{"type":"text","text":"\ud800"}]}""", "content[0].content[0]", "The text is missing or is not text.")]
    [InlineData("""{"type":"paragraph","attrs":{"style":"x"}}""", "content[0].attrs.style", "A paragraph has no “style”.")]
    [InlineData("""{"type":"paragraph","html":"x"}""", "content[0].html", "A paragraph cannot have “html”.")]
    [InlineData("""{"type":"heading","attrs":{"level":1}}""", "content[0].attrs.level", "This must be a whole number from 2 to 4.")]
    [InlineData("""{"type":"picture","attrs":{"picture":"7"}}""", "content[0].attrs.picture", "This must be a UUID.")]
    [InlineData("""{"type":"embed","attrs":{"url":"/inside"}}""", "content[0].attrs.url", "This must be an http or https address.")]
    [InlineData("""{"type":"rule","content":[]}""", "content[0].content", "A rule cannot have “content”.")]
    public void A_problem_says_where_and_what(string block, string path, string message)
    {
        var problem = Assert.Single(Problems($$"""{"type":"doc","content":[{{block}}]}"""), problem => problem.Path == path);
        Assert.Equal(message, problem.Message);
    }

    [Fact]
    public void All_problems_are_named_at_once()
    {
        var problems = Problems("""{"type":"doc","content":[{"type":"a"},{"type":"paragraph","attrs":{"dir":"up"}},{"type":"b"}]}""");
        Assert.Equal(["content[0]", "content[1].attrs.dir", "content[2]"], problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("", "This is not JSON")]
    [InlineData("[]", "This is not a document")]
    [InlineData("{\"type\":\"doc\"}", "A document must hold something.")]
    [InlineData("{\"type\":\"doc\",\"attrs\":{\"schema\":2},\"content\":[{\"type\":\"poll\"}]}", "This document has schema 2")]
    [InlineData("{\"type\":\"doc\",\"type\":\"doc\"}", "This is not JSON")]
    public void What_is_no_document_is_refused(string json, string message) =>
        Assert.StartsWith(message, Assert.Single(Problems(json)).Message);

    [Fact]
    public void Missing_and_repeated_ids_are_made()
    {
        var document = DraftDocument.Parse("""
            {"type":"doc","content":[
              {"type":"paragraph","attrs":{"id":"a"}},{"type":"paragraph","attrs":{"id":"a"}},{"type":"paragraph"},{"type":"paragraph","attrs":{"id":null}}]}
            """);

        Assert.Equal("a", document.Content[0].Id);
        Assert.Equal(4, document.Content.Select(block => block.Id).Distinct().Count());
        Assert.All(document.Content, block => Assert.NotEmpty(block.Id));
    }

    [Fact]
    public void Runs_have_one_form()
    {
        var document = DraftDocument.Parse("""
            {"type":"doc","content":[{"type":"paragraph","content":[
              {"type":"text","text":"a","marks":[{"type":"italic"},{"type":"bold"}]},
              {"type":"text","text":"b\u0000\u000b","marks":[{"type":"bold"},{"type":"italic"}]}]}]}
            """);

        var run = Assert.Single(Assert.IsType<Paragraph>(document.Content[0]).Content);
        Assert.Equal(new TextRun("ab", [new BoldMark(), new ItalicMark()]), run);
    }

    [Fact]
    public void Depth_count_and_size_have_limits()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph"},""", 13))
            + """{"type":"paragraph"}""" + string.Concat(Enumerable.Repeat("]}]}", 13));
        Assert.Contains(Problems(Doc(deep)), problem => problem.Message.StartsWith("This is nested too deeply", StringComparison.Ordinal));

        var many = string.Join(',', Enumerable.Repeat("""{"type":"paragraph"}""", 50_001));
        Assert.Contains(Problems(Doc(many)), problem => problem.Message == "The document has too many parts: at most 50,000.");

        var text = new string('a', 1_000_001);
        Assert.Contains(Problems(Doc($$"""{"type":"paragraph","content":[{"type":"text","text":"{{text}}"}]}""")), problem => problem.Message.StartsWith("The document is too long", StringComparison.Ordinal));

        Assert.StartsWith("The document is too large", Assert.Single(Problems(new string(' ', 8_000_001))).Message);
    }

    private static string Doc(string content) => $$"""{"type":"doc","content":[{{content}}]}""";

    private static IReadOnlyList<DocumentProblem> Problems(string json) =>
        Assert.Throws<DocumentException>(() => DraftDocument.Parse(json)).Problems;

    private sealed record Content(string Headline, DraftDocument Body, PublishedDocument Published);
}
