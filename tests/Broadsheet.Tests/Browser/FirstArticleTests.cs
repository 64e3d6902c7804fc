using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>An empty data folder and the link that the console printed: how every paper begins.</summary>
public sealed class FirstArticleTests : IAsyncLifetime
{
    private Newsroom newsroom = null!;
    private Chromium chromium = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync(isEmpty: true);
        chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await newsroom.DisposeAsync();
    }

    [Fact]
    public async Task From_the_printed_link_to_a_published_article_in_at_most_ten_fields()
    {
        var link = await LinkAsync();
        var page = await NewPageAsync();
        var fields = 0;
        Task FillAsync(string field, string text)
        {
            fields++;
            return page.FillAsync(field, text);
        }

        await page.GotoAsync(link);
        await FillAsync("[name=Paper]", "The Quay");
        await FillAsync("[name=Name]", "Ada Quill");
        await FillAsync("[name=Email]", "ada@quay.example");
        await FillAsync("[name=Password]", StaffOfTests.Password);
        await page.ClickAsync("button.primary");
        await page.ClickAsync("a.primary[href='/newsroom']");

        await page.ClickAsync(".head button.next");
        await page.Locator("article-editor[data-ready]").WaitForAsync();
        await FillAsync("[name=Headline]", "A paper is born");
        fields++;
        await page.SelectOptionAsync("[name=Section]", new SelectOptionValue { Label = "News" });
        fields++;
        await page.ClickAsync(".body-text");
        await page.Keyboard.TypeAsync("This is its first story.");
        await page.ClickAsync(".act button.next");
        await Assertions.Expect(page.Locator(".state-words strong")).ToHaveTextAsync("Published");

        await page.GotoAsync("/");
        await page.ClickAsync("text=A paper is born");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("This is its first story.");
        Assert.True(fields <= 10, $"{fields} fields");

        var second = await NewPageAsync();
        Assert.Equal(410, (await second.GotoAsync(link))!.Status);
    }

    [Fact]
    public async Task Of_two_who_use_the_link_at_once_one_is_the_owner()
    {
        var link = await LinkAsync();
        var pages = new[] { await NewPageAsync(), await NewPageAsync() };
        foreach (var (page, number) in pages.Select((page, number) => (page, number)))
        {
            await page.GotoAsync(link);
            await page.FillAsync("[name=Paper]", "The Quay");
            await page.FillAsync("[name=Name]", "Ada Quill");
            await page.FillAsync("[name=Email]", $"ada{number}@quay.example");
            await page.FillAsync("[name=Password]", StaffOfTests.Password);
        }

        var statuses = await Task.WhenAll(pages.Select(async page =>
            (await page.RunAndWaitForResponseAsync(() => page.ClickAsync("button.primary"), answer => answer.Request.Method == "POST")).Status));

        Assert.Equal([302, 410], statuses.Order());
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.StaffMembers.CountAsync()));
    }

    private async Task<IPage> NewPageAsync() => await (await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom) })).NewPageAsync();

    private async Task<string> LinkAsync()
    {
        var links = newsroom.App.Services.GetServices<IHostedService>().OfType<SetUpLink>().Single();
        await links.Printed;
        return new Uri((await links.MakeAsync())!).PathAndQuery;
    }
}
