using System.Globalization;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>How a person gets about a page: with Tab and Enter alone, or with a thumb.</summary>
public sealed record Hands(IPage Page, bool IsPhone)
{
    /// <summary>Puts the focus there.</summary>
    public async Task ReachAsync(string selector)
    {
        if (IsPhone)
        {
            await Page.Locator(selector).First.TapAsync();
            return;
        }
        for (var presses = 0; presses < 200; presses++)
        {
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"No Tab leads to {selector} on {Page.Url}");
    }

    /// <summary>Presses a button, follows a link, opens what is folded.</summary>
    public async Task PressAsync(string selector)
    {
        await ReachAsync(selector);
        if (!IsPhone) await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Ticks a box or chooses a radio button.</summary>
    public async Task CheckAsync(string selector)
    {
        await ReachAsync(selector);
        if (!IsPhone) await Page.Keyboard.PressAsync("Space");
    }

    /// <summary>Writes into a field, over what stands there.</summary>
    public async Task WriteAsync(string selector, string words)
    {
        await ReachAsync(selector);
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.TypeAsync(words);
    }

    /// <summary>Chooses in a list: by its first letters, or in the list that a phone shows.</summary>
    public async Task ChooseAsync(string selector, string label)
    {
        if (IsPhone)
        {
            await Page.SelectOptionAsync(selector, new SelectOptionValue { Label = label });
            return;
        }
        await ReachAsync(selector);
        await Page.Keyboard.TypeAsync(label);
    }

    /// <summary>A time into its field: part after part, or in the wheel that a phone shows.</summary>
    public async Task SetTimeAsync(string selector, DateTime time)
    {
        if (IsPhone)
        {
            await Page.FillAsync(selector, time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
            return;
        }
        await ReachAsync(selector);
        foreach (var part in (string[])["MM", "dd", "yyyy"]) await Page.Keyboard.TypeAsync(time.ToString(part, CultureInfo.InvariantCulture));
        await Page.Keyboard.PressAsync("ArrowRight");
        foreach (var part in (string[])["hh", "mm", "tt"]) await Page.Keyboard.TypeAsync(time.ToString(part, CultureInfo.InvariantCulture));
    }
}
