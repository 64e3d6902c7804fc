using System.Diagnostics;
using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Broadsheet.Bench;

/// <param name="Typed">Letters, each of which is another one.</param>
/// <param name="SeenMilliseconds">From a key that is pressed in one window to its letter in the other's, the middle one of all.</param>
public sealed record TogetherFigures(int Seconds, int Nodes, int Typed, int Missing, int Doubled, bool AreSame, bool IsSaved, double SeenMilliseconds)
{
    public bool IsTrue => Typed > 0 && Missing == 0 && Doubled == 0 && AreSame && IsSaved;

    public string Line => string.Create(CultureInfo.InvariantCulture, $"result: typed={Typed} missing={Missing} doubled={Doubled} same={AreSame} saved={IsSaved} seen_ms={SeenMilliseconds:0}");
}

/// <summary>
/// Windows of Chromium that write in one paragraph of one article at the same time. One is cut off for a while and comes back, every
/// node is killed once and started again. In the end all must show one text with every letter once, which is the one in the database.
/// </summary>
public static class TogetherTyping
{
    private const int KeyEvery = 90;

    public static async Task<TogetherFigures> RunAsync(MachineSettings machine, int seconds, int offline, int nodes, Action<string> say)
    {
        var (article, keys) = await MakePaperAsync(machine, Math.Max(2, nodes));
        var papers = new PaperProcess[nodes];
        var ports = Enumerable.Range(0, nodes).Select(_ => PaperProcess.FreePort()).ToArray();
        async Task StartAsync(int node) => papers[node] = await PaperProcess.StartAsync(machine.Data, ports[node], settings: machine.OnPostgres ? [("Database", machine.Database)] : []);
        try
        {
            for (var node = 0; node < nodes; node++) await StartAsync(node);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await InstalledChromium.LaunchAsync(playwright, hasPictures: false);
            var windows = await Task.WhenAll(keys.Select((key, number) => OpenAsync(browser, ports[number % nodes], article, key)));
            var seen = await SeenAsync(windows[0], windows[1]);

            var typing = windows.Select((window, number) => TypeAsync(window, number, seconds)).ToList();
            await Task.Delay(TimeSpan.FromSeconds(seconds / 5.0));
            await windows[1].Context.SetOfflineAsync(true);
            say("one window is cut off");
            await Task.Delay(TimeSpan.FromSeconds(offline / 2.0));
            for (var node = 0; node < nodes; node++)
            {
                await papers[node].KillAsync();
                await papers[node].DisposeAsync();
                await StartAsync(node);
                say($"node {node + 1} was killed and is back");
            }
            await Task.Delay(TimeSpan.FromSeconds(offline / 2.0));
            await windows[1].Context.SetOfflineAsync(false);
            var typed = string.Concat(await Task.WhenAll(typing));

            var texts = await SettleAsync(windows);
            var isSaved = await AllSavedAsync(windows);
            // What it says is saved outlives the end of the program.
            foreach (var paper in papers) await paper.KillAsync();
            var body = await AskAsync(machine, newspaper => newspaper.Articles.Include(row => row.Draft).Where(row => row.Id == article).Select(row => row.Draft.Content.Body).SingleAsync());
            var saved = string.Concat(body.AllBlocks.OfType<TextBlock>().SelectMany(block => block.Content).OfType<TextRun>().Select(run => run.Text));
            return new(seconds, nodes, typed.Length, typed.Count(letter => !saved.Contains(letter)), typed.Count(letter => saved.Count(one => one == letter) > 1),
                texts.All(text => text == saved), isSaved, seen);
        }
        finally
        {
            foreach (var paper in papers.OfType<PaperProcess>()) await paper.DisposeAsync();
        }
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, int port, long article, Secret key)
    {
        var address = $"http://localhost:{port}";
        var context = await browser.NewContextAsync(new() { BaseURL = address, ViewportSize = new() { Width = 1000, Height = 800 } });
        context.SetDefaultTimeout(120_000);
        await context.AddCookiesAsync([new() { Name = "__Host-staff", Value = key.Text, Url = address.Replace("http:", "https:", StringComparison.Ordinal), Secure = true, HttpOnly = true }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/newsroom/articles/{article}");
        await page.Locator("article-editor[data-ready]").WaitForAsync();
        return page;
    }

    private static async Task<double> SeenAsync(IPage one, IPage other)
    {
        await one.ClickAsync(".body-text p");
        await one.Keyboard.PressAsync("Control+End");
        var times = new List<double>();
        for (var at = 0; at < 7; at++)
        {
            var letter = ((char)('\u3041' + at)).ToString();
            var watch = Stopwatch.StartNew();
            await one.Keyboard.TypeAsync(letter);
            await other.Locator(".body-text", new() { HasText = letter }).WaitForAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times.Order().ElementAt(times.Count / 2);
    }

    /// <summary>Types letters that occur nowhere else, all windows into the same paragraph.</summary>
    private static async Task<string> TypeAsync(IPage page, int number, int seconds)
    {
        await page.ClickAsync(".body-text p");
        await page.Keyboard.PressAsync(number % 2 == 0 ? "Control+End" : "Control+Home");
        var (typed, watch) = ("", Stopwatch.StartNew());
        for (var at = 0; watch.Elapsed.TotalSeconds < seconds; at++)
        {
            var letter = ((char)('\u4E00' + number * 4000 + at)).ToString();
            await page.Keyboard.TypeAsync(letter);
            typed += letter;
            await Task.Delay(KeyEvery);
        }
        return typed;
    }

    private static async Task<string[]> SettleAsync(IPage[] windows)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            var texts = await Task.WhenAll(windows.Select(TextAsync));
            if (watch.Elapsed > TimeSpan.FromSeconds(90) || (texts.Distinct().Count() == 1 && await AllSavedAsync(windows))) return texts;
        }
    }

    private static async Task<bool> AllSavedAsync(IPage[] windows) =>
        (await Task.WhenAll(windows.Select(window => window.Locator("[data-save-state]").GetAttributeAsync("data-state")))).All(state => state == "saved");

    private static Task<string> TextAsync(IPage page) => page.EvaluateAsync<string>("""
        () => {
            const text = document.querySelector('.body-text').cloneNode(true)
            for (const mark of text.querySelectorAll('.peer-cursor')) mark.remove()
            return text.textContent
        }
        """);

    private static Task<(long Article, Secret[] Keys)> MakePaperAsync(MachineSettings machine, int people) => AskAsync(machine, async newspaper =>
    {
        var now = DateTimeOffset.UtcNow;
        var edition = new Edition("", "The Bench", "en", "Europe/London", 0);
        newspaper.Editions.Add(edition);
        var members = Enumerable.Range(1, people).Select(number => new StaffMember($"Writer {number}", $"writer{number}@bench.example", Role.Editor, now)).ToList();
        newspaper.StaffMembers.AddRange(members);
        await newspaper.SaveChangesAsync();
        var keys = members.Select(_ => Secret.New()).ToArray();
        newspaper.Sessions.AddRange(members.Zip(keys, (member, key) => new Session(member, key, SignInMethod.Passkey, "Chromium", "127.0.0.1", now)));
        var article = new Article(edition.Id, now);
        article.SaveDraft(new() { Headline = "Written together", Body = DraftDocument.OfText("The wall fell at noon.") }, article.Draft.Revision, 0, now);
        newspaper.Articles.Add(article);
        await newspaper.SaveChangesAsync();
        return (article.Id, keys);
    });

    private static async Task<T> AskAsync<T>(MachineSettings machine, Func<Newspaper, Task<T>> ask)
    {
        await using var app = Program.Build(machine);
        await app.PrepareAsync();
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<Newspaper>());
    }
}
