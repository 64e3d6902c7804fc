using System.Text.RegularExpressions;
using Broadsheet.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Web;

/// <summary>The frame by itself, over a real server and no feature.</summary>
public sealed partial class NewsroomFrameTests : IAsyncLifetime
{
    private WebApplication app = null!;
    private HttpClient browser = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddNewsroom();
        builder.Services.AddNewsroomLink("frame.newsroom", "/newsroom/refused", 10);
        app = builder.Build();
        app.UseExceptionHandler();
        ClientAssets.Map(app);
        app.MapGet("/newsroom/refused", () => Page.Of<RefusalPage, RefusalException>(new("שלום <b>é</b>", 422), 422));
        app.MapGet("/newsroom/throws", IResult () => throw new RefusalException("Under embargo until nine."));
        app.MapGet("/newsroom/breaks", IResult () => throw new InvalidOperationException("secret"));
        await app.StartAsync();
        browser = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_page_stands_in_the_frame_with_its_status_and_its_letters_unharmed()
    {
        var answer = await browser.GetAsync("/newsroom/refused");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("שלום &lt;b&gt;é&lt;/b&gt;", html);
        Assert.Contains("<title>This did not work</title>", html);
        Assert.Contains("aria-current=\"page\"", html);
    }

    [Fact]
    public async Task What_a_page_loads_is_immutable_compressed_and_named_by_its_content()
    {
        var page = await browser.GetAsync("/newsroom/refused");
        var html = await page.Content.ReadAsStringAsync();
        var addresses = Addresses().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, addresses.Count);

        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd("gzip, br");
            var asset = await browser.SendAsync(request);

            Assert.Equal(200, (int)asset.StatusCode);
            Assert.Equal(["br"], asset.Content.Headers.ContentEncoding);
            Assert.Contains("immutable", asset.Headers.CacheControl!.ToString());
        }

        Assert.Equal(404, (int)(await browser.GetAsync("/newsroom/assets/manifest.json")).StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_a_page_for_people_and_a_problem_for_programs()
    {
        var page = await browser.GetAsync("/newsroom/throws");
        Assert.Equal(409, (int)page.StatusCode);
        Assert.Contains("Under embargo until nine.", await page.Content.ReadAsStringAsync());

        using var request = new HttpRequestMessage(HttpMethod.Get, "/newsroom/throws");
        request.Headers.Accept.ParseAdd("application/json");
        using var program = new HttpClient { BaseAddress = browser.BaseAddress };
        var problem = await program.SendAsync(request);
        Assert.Equal(409, (int)problem.StatusCode);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_unexpected_says_nothing_of_the_inside()
    {
        var page = await browser.GetAsync("/newsroom/breaks");

        Assert.Equal(500, (int)page.StatusCode);
        Assert.DoesNotContain("secret", await page.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("(?:href|src)=\"(/newsroom/assets/[^\"]+)\"")]
    private static partial Regex Addresses();
}
