using Broadsheet.Accounts;
using Broadsheet.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Accounts;

public sealed class SetUpTests : IAsyncLifetime
{
    private Newsroom newsroom = null!;

    public async ValueTask InitializeAsync() => newsroom = await Newsroom.OpenAsync();

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task The_link_makes_one_owner_names_the_paper_and_is_then_gone()
    {
        var path = await LinkAsync();
        using var browser = new StaffBrowser(newsroom);
        await browser.ReadAsync(path);

        var answer = await SetUpAsync(browser, path, "ada@harbour.example");

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Contains("Harbour Courier", await Task.FromResult((await newsroom.AskAsync(newspaper => newspaper.Editions.SingleAsync(one => one.Code == ""))).Name));
        Assert.Contains("Ada Quill", await browser.ReadAsync("/newsroom/account"));
        Assert.Equal(410, (int)(await browser.GetAsync(path)).StatusCode);
        Assert.Equal(410, (int)(await SetUpAsync(browser, path, "eve@harbour.example")).StatusCode);
    }

    [Fact]
    public async Task Of_many_at_once_one_becomes_the_owner()
    {
        var path = await LinkAsync();
        var browsers = Enumerable.Range(0, 6).Select(_ => new StaffBrowser(newsroom)).ToList();
        foreach (var browser in browsers) await browser.ReadAsync(path);

        var answers = await Task.WhenAll(browsers.Select((browser, i) => SetUpAsync(browser, path, $"owner{i}@harbour.example")));

        Assert.Equal([302, 410, 410, 410, 410, 410], answers.Select(answer => (int)answer.StatusCode).Order());
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.StaffMembers.CountAsync()));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept()
    {
        var path = await LinkAsync();
        using var browser = new StaffBrowser(newsroom);
        await browser.ReadAsync(path);

        var answer = await SetUpAsync(browser, path, "ada@harbour.example", password: "password1234");

        Assert.Equal(422, (int)answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Too easy to guess", html);
        Assert.Contains("Harbour Courier", html);
        Assert.Contains("ada@harbour.example", html);
        Assert.Equal(302, (int)(await SetUpAsync(browser, path, "ada@harbour.example")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_opens_nothing_and_a_paper_with_staff_prints_no_link()
    {
        await LinkAsync();
        using var browser = new StaffBrowser(newsroom);
        Assert.Equal(410, (int)(await browser.GetAsync("/newsroom/setup?key=guess")).StatusCode);
        Assert.Equal(410, (int)(await browser.GetAsync("/newsroom/setup")).StatusCode);

        await newsroom.HireAsync(Role.Administrator);
        Assert.Null(await MakerOfLinks.MakeAsync());
    }

    private SetUpLink MakerOfLinks => newsroom.App.Services.GetServices<IHostedService>().OfType<SetUpLink>().Single();

    private async Task<string> LinkAsync()
    {
        await MakerOfLinks.Printed;
        return new Uri((await MakerOfLinks.MakeAsync())!).PathAndQuery;
    }

    private static Task<HttpResponseMessage> SetUpAsync(StaffBrowser browser, string path, string email, string password = StaffOfTests.Password) =>
        browser.SubmitAsync("/newsroom/setup", ("Key", path.Split("key=")[1]), ("Paper", "Harbour Courier"), ("Language", "en-GB"), ("TimeZone", "Europe/London"),
            ("Name", "Ada Quill"), ("Email", email), ("Password", password));
}
