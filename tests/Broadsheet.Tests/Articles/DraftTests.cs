using System.Net;
using System.Text.Json;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Tests.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Articles;

/// <summary>Saving what is written: by form, by the open editor, and never over somebody else's text.</summary>
public sealed class DraftTests
{
    [Fact]
    public async Task A_blank_headline_is_refused_and_the_rest_of_the_form_is_kept()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        await editor.ReadAsync($"/newsroom/articles/{article.Id}");

        var answer = await editor.SubmitAsync($"/newsroom/articles/{article.Id}", ("Revision", "2"), ("Headline", " "), ("Standfirst", "Council votes"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Write a headline.", html);
        Assert.Contains("Council votes", html);
        Assert.Equal("Harbour wall falls", (await newsroom.ReloadAsync(article)).Draft.Content.Headline);
    }

    [Fact]
    public async Task The_form_without_script_saves_its_fields_and_leaves_the_body_and_what_it_lacks()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls", content => content with { Dateline = "HAIFA" });
        var page = await editor.ReadAsync($"/newsroom/articles/{article.Id}");

        Assert.Contains("The wall fell at noon.", page);
        Assert.DoesNotContain("name=\"Body\"", page);
        var answer = await editor.SubmitAsync($"/newsroom/articles/{article.Id}", ("Revision", "2"), ("Headline", "Wall down"), ("Body", ""), ("body", ""), ("AddTopics", "Harbour, Weather"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var content = (await newsroom.ReloadAsync(article)).Draft.Content;
        Assert.Equal("Wall down", content.Headline);
        Assert.Equal("HAIFA", content.Dateline);
        Assert.Equal(newsroom.City.PublicId, content.Section);
        Assert.Equal(2, content.Topics.Count);
        Assert.Contains("The wall fell at noon.", content.Body.ToJson());
    }

    [Fact]
    public async Task A_stale_form_shows_both_texts_and_changes_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        await editor.ReadAsync($"/newsroom/articles/{article.Id}");
        await editor.SubmitAsync($"/newsroom/articles/{article.Id}", ("Revision", "2"), ("Headline", "Theirs came first"));

        var answer = await editor.SubmitAsync($"/newsroom/articles/{article.Id}", ("Revision", "2"), ("Headline", "Mine came late"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Theirs came first", html);
        Assert.Contains("Mine came late", html);
        Assert.Contains("name=\"Revision\" value=\"3\"", html);
        Assert.Equal("Theirs came first", (await newsroom.ReloadAsync(article)).Draft.Content.Headline);
    }

    [Fact]
    public async Task An_autosave_is_taken_once_however_often_it_is_sent_and_makes_no_version()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        await editor.ReadAsync($"/newsroom/articles/{article.Id}");

        var first = await editor.SendJsonAsync(HttpMethod.Put, Draft(article), Save(2, "k1", "Sea wall falls", "It fell."));
        var again = await editor.SendJsonAsync(HttpMethod.Put, Draft(article), Save(2, "k1", "Sea wall falls", "It fell."));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var saved = await newsroom.ReloadAsync(article);
        Assert.Equal(3, saved.Draft.Revision);
        Assert.Equal("Sea wall falls", saved.WorkingHeadline);
        Assert.Empty(await newsroom.AskAsync(newspaper => Task.FromResult(newspaper.ArticleVersions.ToList())));
    }

    [Fact]
    public async Task A_stale_autosave_gets_the_text_that_stands()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        await editor.ReadAsync($"/newsroom/articles/{article.Id}");
        await editor.SendJsonAsync(HttpMethod.Put, Draft(article), Save(2, "a1", "First", "One."));

        var answer = await editor.SendJsonAsync(HttpMethod.Put, Draft(article), Save(2, "b1", "Second", "Two."));
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(3, problem.GetProperty("revision").GetInt64());
        Assert.Equal("First", problem.GetProperty("fields").GetProperty("Headline")[0].GetString());
        Assert.Contains("One.", problem.GetProperty("body").GetRawText());
        Assert.Equal("First", (await newsroom.ReloadAsync(article)).Draft.Content.Headline);
    }

    [Fact]
    public async Task An_autosave_of_matter_that_is_no_document_says_where_and_changes_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        await editor.ReadAsync($"/newsroom/articles/{article.Id}");
        var body = JsonDocument.Parse("""{"type":"doc","attrs":{"schema":1},"content":[{"type":"marquee"}]}""").RootElement;

        var answer = await editor.SendJsonAsync(HttpMethod.Put, Draft(article), new DraftSave(2, "k", [], body));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("content[0]", await answer.Content.ReadAsStringAsync());
        Assert.Equal(2, (await newsroom.ReloadAsync(article)).Draft.Revision);
    }

    [Fact]
    public async Task Who_is_signed_out_is_told_so_and_a_reporter_writes_only_her_own()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var article = await newsroom.DraftAsync("Somebody else's");
        await reporter.ReadAsync("/newsroom/articles");

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SendJsonAsync(HttpMethod.Put, Draft(article), Save(2, "k", "Mine now", "x"))).StatusCode);

        reporter.Cookies.Clear();
        Assert.Equal(HttpStatusCode.Unauthorized, (await reporter.SendJsonAsync(HttpMethod.Put, Draft(article), Save(2, "k", "Nobody's", "x"))).StatusCode);
    }

    [Fact]
    public async Task A_new_article_is_one_press_away_and_its_writers_own()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        await reporter.ReadAsync("/newsroom/articles");

        var begun = await reporter.SubmitAsync("/newsroom/articles");
        var page = await reporter.ReadAsync(begun.Headers.Location!.ToString());

        Assert.Contains("name=\"Headline\"", page);
        Assert.DoesNotContain("/publication\"", page);
    }

    [Fact]
    public async Task Every_route_that_changes_an_article_demands_a_revision()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var changing = newsroom.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("newsroom/articles/{id", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Any(method => method is not ("GET" or "HEAD")))
            // What is said about a story changes nothing in it.
            .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("/comments", StringComparison.Ordinal))
            // An alert is an issue of a newsletter; the story stays as it is.
            .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("/alert", StringComparison.Ordinal))
            // What the copy desk is told of a story changes nothing in it.
            .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("/check", StringComparison.Ordinal))
            .ToList();

        Assert.True(changing.Count >= 3);
        Assert.All(changing, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<RevisionDemanded>()));
    }

    private static string Draft(Article article) => $"/newsroom/articles/{article.Id}/draft";

    private static DraftSave Save(long revision, string key, string headline, string body) =>
        new(revision, key, new() { ["Headline"] = [headline] }, JsonDocument.Parse(DraftDocument.OfText(body).ToJson()).RootElement);
}
