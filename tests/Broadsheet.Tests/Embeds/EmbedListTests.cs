using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Document;
using Broadsheet.Document.Embeds;
using Broadsheet.Embeds;
using Broadsheet.Tests.Accounts;

namespace Broadsheet.Tests.Embeds;

/// <summary>A publisher widens the list of places that may stand in a story.</summary>
public sealed class EmbedListTests
{
    private static (string, string)[] Flourish(string frame = "https://flo.uri.sh/visualisation/{id}/embed") =>
        [("Name", "Flourish"), ("Address", Address), ("Frame", frame), ("Ratio", "4/3")];

    private const string Address = "https://public.flourish.studio/visualisation/{id}";

    [Fact]
    public async Task A_place_that_is_added_can_be_loaded_on_a_click_and_is_a_link_when_it_is_removed()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("The harbour in figures", content => content with
        {
            Body = DraftDocument.Of(new EmbedBlock("e1", "https://public.flourish.studio/visualisation/1881?utm_source=mail", "link")),
        }));
        var path = $"/city/{article.Slug}";
        Assert.DoesNotContain("flo.uri.sh", await newsroom.Client.GetStringAsync(path), StringComparison.Ordinal);

        using (var added = await publisher.SubmitAsync("/newsroom/embeds", Flourish())) Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        using (var page = await newsroom.Client.GetAsync(path))
        {
            var html = await page.Content.ReadAsStringAsync();
            Assert.Contains("data-embed=\"https://flo.uri.sh/visualisation/1881/embed\"", html, StringComparison.Ordinal);
            Assert.Contains("data-ratio=\"4/3\"", html, StringComparison.Ordinal);
            Assert.Contains("https://flo.uri.sh", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
        Assert.Contains("Flourish", await publisher.ReadAsync("/newsroom/embeds"));

        using (var removed = await publisher.SubmitAsync("/newsroom/embeds/removal", ("Address", Address))) Assert.Equal(HttpStatusCode.Found, removed.StatusCode);
        using (var page = await newsroom.Client.GetAsync(path))
        {
            Assert.DoesNotContain("flo.uri.sh", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("flo.uri.sh", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_still_there()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);

        using var refused = await publisher.SubmitAsync("/newsroom/embeds", Flourish("https://flo.uri.sh/visualisation/{number}/embed"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("{number} does not stand in the address above.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"https://flo.uri.sh/visualisation/{number}/embed\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://charts.example/{id}", "https://charts.example/e/{id}")] // not protected on its way
    [InlineData("https://{host}.example/{id}", "https://charts.example/e/{id}")] // any host
    [InlineData("https://charts.example/{id}", "https://{id}/e")]
    [InlineData("https://charts.example/{id}", "https://charts.example:8080/{id}")]
    [InlineData("https://charts.example/{id}", "https://a@charts.example/{id}")]
    [InlineData("https://charts.example/{id}", "javascript:alert({id})")]
    [InlineData("https://charts.example/{id}", "https://charts.example/{id}; script-src *")]
    [InlineData("https://charts.example/all", "https://charts.example/e/all")] // one thing only
    public void An_address_that_would_open_more_than_one_place_is_refused(string address, string frame) =>
        Assert.True(new OwnEmbed("Charts", address, frame, "").Check([]).Any);

    [Theory]
    [InlineData("https://charts.example/c/7", "https://charts.example/e/7")]
    [InlineData("https://www.charts.example/c/7/", "https://charts.example/e/7")]
    [InlineData("https://charts.example/c/a-b_c?ref=mail#top", "https://charts.example/e/a-b_c")]
    [InlineData("https://charts.example/c/7/8", null)]
    [InlineData("https://other.example/c/7", null)]
    [InlineData("https://charts.example.evil.example/c/7", null)]
    public void An_address_is_known_as_people_pass_it_on(string address, string? frame)
    {
        var embed = new OwnEmbed("Charts", "https://charts.example/c/{id}", "https://charts.example/e/{id}", "");
        Assert.False(embed.Check([]).Any);

        Assert.Equal(frame, EmbedProviders.Default.With([embed.ToProvider()]).Recognise(address)!.Frame);
    }
}
