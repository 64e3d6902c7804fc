using System.Globalization;
using Microsoft.Playwright;

namespace Broadsheet.Bench;

/// <param name="LargestMilliseconds">Largest contentful paint: when the reader sees what she came for. The median of all visits.</param>
/// <param name="Shift">Cumulative layout shift: how much jumped under her eyes. The worst of all visits.</param>
public sealed record ReadingFigures(string Page, double LargestMilliseconds, double Shift, string Largest);

/// <summary>The sample paper on a phone over a slow line, each visit the first: what a reader waits for.</summary>
public static class ReadingSpeed
{
    // What Lighthouse calls slow 4G: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up.
    private const int Latency = 150;
    private const double Down = 1.6e6 / 8;
    private const double Up = 750e3 / 8;

    // Milliseconds. Pictures are made when a page first shows them.
    private const float Patience = 150_000;

    // The browser tells of paints as they happen; what it decides in the end stands in the last entry.
    private const string Watch = """
        window.seen = { largest: 0, what: '', shift: 0 }
        new PerformanceObserver(list => { for (const one of list.getEntries()) Object.assign(seen, { largest: one.startTime, what: one.element?.localName ?? '' }) }).observe({ type: 'largest-contentful-paint', buffered: true })
        new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) seen.shift += one.value }).observe({ type: 'layout-shift', buffered: true })
        """;

    /// <param name="address">Where the paper answers, as "http://localhost:5080".</param>
    public static async Task<List<ReadingFigures>> RunAsync(string address, int times, Action<string> say)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await InstalledChromium.LaunchAsync(playwright);

        var figures = new List<ReadingFigures>();
        foreach (var (name, path) in new[] { ("article", await LeadAsync(chromium, address)), ("front", "/") })
        {
            // Once unmeasured: the machine makes a picture's renditions when they are first asked for.
            await VisitAsync(chromium, address + path, slow: false);
            var visits = new List<Seen>();
            for (var time = 0; time < times; time++) visits.Add(await VisitAsync(chromium, address + path, slow: true));

            var middle = visits.OrderBy(visit => visit.Largest).ElementAt(times / 2);
            figures.Add(new(name, middle.Largest, visits.Max(visit => visit.Shift), middle.What));
            say(string.Create(CultureInfo.InvariantCulture, $"{name} {path}: {middle.Largest:0} ms to the largest ({middle.What}), from {visits.Min(visit => visit.Largest):0} to {visits.Max(visit => visit.Largest):0}; shift {figures[^1].Shift:0.000}"));
        }
        return figures;
    }

    private static async Task<Seen> VisitAsync(IBrowser chromium, string address, bool slow)
    {
        // A context of its own each time: nothing cached, no connection open.
        await using var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2, IsMobile = true, HasTouch = true });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        if (slow)
        {
            var devtools = await context.NewCDPSessionAsync(page);
            await devtools.SendAsync("Network.enable");
            await devtools.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = Latency, ["downloadThroughput"] = Down, ["uploadThroughput"] = Up });
        }
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        // Fonts that come late must not move what stands: wait for them, and for the frame after.
        await page.EvaluateAsync("() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 300))))");
        return await page.EvaluateAsync<Seen>("window.seen");
    }

    private static async Task<string> LeadAsync(IBrowser chromium, string address)
    {
        await using var context = await chromium.NewContextAsync();
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return await page.EvaluateAsync<string>("document.querySelector('.story-lead.has-picture a').getAttribute('href')");
    }

    internal sealed class Seen
    {
        public double Largest { get; set; }
        public string What { get; set; } = "";
        public double Shift { get; set; }
    }
}
