using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>
/// Watches pages for anything that ran or could: dialogs, the function every payload calls, its words on the console, requests
/// to the payloads' host, pages that went elsewhere; and in the tree handlers and addresses that would run at a click.
/// </summary>
internal sealed class Detector
{
    private const string Hooks = """
        (() => {
            const ran = window.__ran = []
            window.xss = window.XSS = () => { ran.push('called') }
            for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { ran.push(name) }
            const log = console.log
            console.log = (...words) => { if (String(words[0]).includes('xss-canary')) ran.push('console'); log(...words) }
        })()
        """;

    private const string Look = """
        async () => {
            const found = []
            const scheme = /^(javascript|vbscript|livescript|mocha|data:text|data:image\/svg)/i
            const runs = { test: value => scheme.test(value.replace(/[\s\u0000-\u001f]/g, '')) }
            const watched = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'poster', 'background', 'srcdoc', 'content', 'values', 'to']
            for (const element of document.querySelectorAll('*')) {
                for (const { name, value } of element.attributes) {
                    if (name.startsWith('on')) { found.push(`handler ${name} on ${element.localName}`); for (const type of ['mouseover', 'pointerenter', 'focus', 'click', 'animationstart', 'begin']) element.dispatchEvent(new Event(type)) }
                    if (watched.includes(name) && runs.test(value) && element.localName !== 'meta') found.push(`address ${name}=${value.slice(0, 40)} on ${element.localName}`)
                }
                if (element.matches('base, object, embed, frame, applet, portal, iframe[srcdoc], meta[http-equiv=refresh]')) found.push(`element ${element.localName}`)
                if (element.matches('a[href]') && runs.test(element.getAttribute('href'))) element.click()
            }
            await new Promise(done => setTimeout(done, 15))
            return [...found, ...window.__ran ?? ['no detector']]
        }
        """;

    private readonly ConcurrentBag<string> outside = [];

    public static async Task<Detector> WatchAsync(IBrowserContext context)
    {
        var detector = new Detector();
        await context.AddInitScriptAsync(Hooks);
        // Seen and not caught: a route would take every request through this program and the browser's cache away, which makes a visit twice as long.
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host.EndsWith("canary.example", StringComparison.Ordinal)) detector.outside.Add($"request {request.Url}");
        };
        context.Dialog += (_, dialog) => { detector.outside.Add("dialog"); _ = dialog.DismissAsync(); };
        context.Page += (_, page) => page.FrameNavigated += (_, frame) =>
        {
            if (frame == page.MainFrame && frame.Url.StartsWith("data:", StringComparison.Ordinal)) detector.outside.Add($"went to {frame.Url}");
        };
        return detector;
    }

    /// <summary>Opens a page and answers with everything that ran or could.</summary>
    public async Task<IReadOnlyList<string>> VisitAsync(IPage page, string path)
    {
        var before = outside.Count;
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        var there = page.Url;
        var found = await page.EvaluateAsync<string[]>(Look);
        return [.. found, .. outside.SkipLast(before), .. page.Url == there ? Array.Empty<string>() : [$"went to {page.Url}"]];
    }
}
