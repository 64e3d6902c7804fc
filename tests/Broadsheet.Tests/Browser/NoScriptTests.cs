using Broadsheet.Accounts;
using Broadsheet.Members;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Pages;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Giving;
using Broadsheet.Tests.Messages;
using Broadsheet.Topics;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>The newsroom with JavaScript off: everything but the rich editing itself.</summary>
public sealed class NoScriptTests
{
    private static readonly int[] Answers = [200, 302, 303, 409, 410, 422];

    // Where a form goes and what it asks, without the numbers of things.
    private const string Kinds = """
        [...document.querySelectorAll('main form[method=post]')].map(form =>
            `${form.getAttribute('action')} ${[...form.elements].map(field => `${field.name}${field.localName === 'button' ? '=' + field.value : ''}`).join(' ')}`.replace(/\d+/g, '#'))
        """;

    [Fact]
    public async Task A_headline_is_changed_and_the_story_published()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.DraftAsync("Harbour wall falls");
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.SignedInAsync(newsroom, await newsroom.HireAsync(Role.Editor), new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/newsroom/articles");
        await page.ClickAsync("text=Harbour wall falls");
        await Assertions.Expect(page.Locator(".body-read")).ToContainTextAsync("The wall fell at noon.");
        await page.FillAsync("[name=Headline]", "Harbour wall falls at noon");
        // Nothing was saved: publishing does that, too.
        await page.ClickAsync(".act button.next");
        await Assertions.Expect(page.Locator(".state-words strong")).ToHaveTextAsync("Published");

        await page.GotoAsync("/");
        await page.ClickAsync("text=Harbour wall falls at noon");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The wall fell at noon.");
        Assert.Equal(article.Id, (await newsroom.ReloadAsync(article)).Id);
    }

    [Fact]
    public async Task Every_form_of_every_page_is_sent_and_understood()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.ChangeAsync(newspaper =>
        {
            newspaper.AllTopics.Add(new Topic(newsroom.Edition.Id, "Weather", "weather"));
            newspaper.Pages.Add(new PlainPage(newsroom.Edition.Id, "About us", "about-us") { IsPublished = true });
        });
        await using var chromium = await Chromium.StartAsync(hasPictures: false);
        var member = await newsroom.HireAsync(Role.Administrator);
        var tide = new Newsletter(newsroom.Edition.Id, "The Morning Tide", "tide", 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Newsletters.Add(tide));
        var issue = new Issue(tide.Id, newsroom.Clock.GetUtcNow());
        await newsroom.ChangeAsync(newspaper => newspaper.Issues.Add(issue));
        var tier = new Tier(newsroom.Edition.Id, "Friend of the harbour", "USD");
        await newsroom.ChangeAsync(newspaper => newspaper.Tiers.Add(tier));
        var (entity, gift) = (await newsroom.FoundAsync(), await newsroom.GiveAsync(2500));
        await newsroom.ReceiptAsync(entity, gift);
        var ids = new Dictionary<string, long>
        {
            ["messages"] = (await newsroom.SayAsync("Without script")).Id,
            ["tiers"] = tier.Id,
            ["newsletters"] = tide.Id,
            ["issues"] = issue.Id,
            ["donations"] = gift.Id,
            ["entities"] = entity.Id,
            ["articles"] = article.Id,
            ["sections"] = newsroom.City.Id,
            ["topics"] = await newsroom.AskAsync(newspaper => newspaper.Topics.Select(row => row.Id).SingleAsync()),
            ["pages"] = await newsroom.AskAsync(newspaper => newspaper.Pages.Select(row => row.Id).SingleAsync()),
        };
        var paths = newsroom.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(route => "/" + route.RoutePattern.RawText!.Trim('/'))
            .Where(path => path.StartsWith("/newsroom", StringComparison.Ordinal))
            .Select(path => ids.Aggregate(path, (known, id) => known.Replace($"{id.Key}/{{id:long}}", $"{id.Key}/{id.Value}", StringComparison.Ordinal)))
            .Where(path => !path.Contains('{') && !path.Contains("/preview", StringComparison.Ordinal) && !Path.HasExtension(path)).Distinct().Order(StringComparer.Ordinal).ToList();

        var (sent, known, wrong) = (0, new HashSet<string>(StringComparer.Ordinal), new List<string>());
        var (context, page) = await SignInAsync();
        foreach (var path in paths)
        {
            // One of each kind: what stands at every row of a list, or on every page of a desk, is sent once.
            var forms = new Queue<int>([-1]);
            while (forms.TryDequeue(out var number))
            {
                await page.GotoAsync(path);
                if (page.Url.Contains("/sign-in", StringComparison.Ordinal) && !path.Contains("/sign-in", StringComparison.Ordinal))
                {
                    // The form before has ended the session.
                    await context.DisposeAsync();
                    (context, page) = await SignInAsync();
                    await page.GotoAsync(path);
                }
                if (number < 0)
                {
                    var kinds = await page.EvaluateAsync<string[]>(Kinds);
                    foreach (var (at, kind) in kinds.Index()) if (known.Add(kind)) forms.Enqueue(at);
                    continue;
                }
                var form = page.Locator("main form[method=post]").Nth(number);
                var action = await form.GetAttributeAsync("action");
                // What hides in an unopened part of the page is a click away for her; here it is opened by pressing Enter.
                var button = form.Locator("button:not([type=button], .unseen, :disabled)").First;
                if (await button.CountAsync() == 0) continue;
                for (var depth = 0; depth < 2 && !await button.IsVisibleAsync(); depth++)
                    foreach (var closed in await page.Locator("details:not([open]) > summary").AllAsync()) if (await closed.IsVisibleAsync()) await closed.PressAsync("Enter");
                if (!await button.IsVisibleAsync()) continue;
                try
                {
                    var answer = await page.RunAndWaitForResponseAsync(() => button.PressAsync("Enter"), response => response.Request.Method == "POST");
                    sent++;
                    if (!Answers.Contains(answer.Status)) wrong.Add($"{path} → {action}: {answer.Status}");
                }
                catch (TimeoutException)
                {
                    wrong.Add($"{path} → {action}: was not sent");
                }
            }
        }
        await context.DisposeAsync();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(sent >= 25, $"{sent} forms");

        async Task<(IBrowserContext, IPage)> SignInAsync()
        {
            var context = await chromium.SignedInAsync(newsroom, member, new() { JavaScriptEnabled = false });
            return (context, await context.NewPageAsync());
        }
    }
}
