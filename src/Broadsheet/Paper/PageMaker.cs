using System.Globalization;
using Broadsheet.Machine;
using Broadsheet.Paper.Assets;
using Broadsheet.Paper.Themes;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;

namespace Broadsheet.Paper;

/// <summary>A page as it leaves: what the page store of the press keeps.</summary>
/// <param name="Problem">The paper's own theme could not draw it and ours did; for staff.</param>
public sealed record MadePage(int Status, string Html, string Policy, ThemeProblem? Problem);

/// <summary>Draws a page: its template, then the frame around it.</summary>
public sealed partial class PageMaker(
    CurrentTheme current, PaperStylesheets stylesheets, IPaperLook looks, PaperOrigin address,
    IEnumerable<PagePart> parts, IEnumerable<HeadPart> headParts, Newspaper newspaper, MachineSettings machine, TimeProvider clock, ILogger<PageMaker> log)
{
    public async Task<MadePage> MakeAsync(PaperPage page, IReadRecorder recorder, CancellationToken cancellation)
    {
        var theme = current.Read();
        try
        {
            return await DrawAsync(theme, page, recorder, cancellation);
        }
        catch (ThemeException broken) when (theme.HasOverrides)
        {
            // Readers get the built-in theme; the people who can mend it are told where.
            LogBroken(broken.Problem.File, broken.Problem.Line, broken.Problem.Message);
            current.Note(broken.Problem);
            return await DrawAsync(CurrentTheme.BuiltIn, page, recorder, cancellation) with { Problem = broken.Problem };
        }
    }

    private async Task<MadePage> DrawAsync(Theme theme, PaperPage page, IReadRecorder recorder, CancellationToken cancellation)
    {
        // The frame would get the page's own in place of what it mentions, and only on papers that have such a thing.
        if (StandardParts.FirstOrDefault(page.Content.Members.ContainsKey) is { } hidden) throw new InvalidOperationException($"{page.Content.GetType().Name} has a member called '{hidden}', which is a part of every page.");
        // The date under the masthead: tomorrow every page says another.
        newspaper.Reads?.ExpireAt(EndOfDay(page.Edition));
        var look = await looks.ReadAsync(cancellation);
        // The places taken are counted anew, since a page that failed half way is drawn again.
        page = page with { Shown = page.Shown.ToHashSet() };
        var scope = new DrawingScope(theme, new PaperDates(page.Edition.Language, page.Edition.TimeZone, theme.Strings), new PageReads(recorder), page.Content,
            RootsOf(theme, page, look), name => FindPart(name, page, cancellation));

        var content = await Liquid.DrawAsync(page.Template, scope);
        scope.Set("content", new Markup(content));
        scope.Set("head_parts", new Markup(await HeadOfAsync(page, cancellation)));
        var html = await Liquid.DrawAsync("frame", scope);
        if (machine.Staging) html = StagingNotice.Over(html, theme.Strings.Find(page.Edition.Language, "staging.notice")!.Print(CultureInfo.InvariantCulture, _ => "", _ => 0));

        return new(page.Status, html, PaperPolicy.For(theme.Inline, look.EmbedHosts), null);
    }

    private DateTimeOffset EndOfDay(PaperEdition edition)
    {
        var zone = edition.Zone;
        var tomorrow = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Date.AddDays(1);
        // Where clocks change at midnight the day begins an hour later: looked at again then, once.
        return new DateTimeOffset(tomorrow, zone.GetUtcOffset(zone.IsInvalidTime(tomorrow) ? tomorrow.AddHours(1) : tomorrow));
    }

    private Dictionary<string, object?> RootsOf(Theme theme, PaperPage page, PaperLook look) => new()
    {
        ["paper"] = new PaperView(look, address.Origin),
        ["edition"] = new EditionView(page.Edition),
        ["head"] = page.Head,
        ["template"] = page.Template,
        ["today"] = clock.GetUtcNow(),
        ["frame"] = new FrameView(
            stylesheets.For(theme, look).Address,
            theme.Assets.AddressOf("paper.js"),
            [.. LookStylesheet.FirstFonts(look, page.Edition.Language, page.Head.HasText).Select(theme.Assets.AddressOf).OfType<string>()]),
    };

    private (bool, Func<ValueTask<object?>>) FindPart(string name, PaperPage page, CancellationToken cancellation) =>
        !page.IsWithoutParts && parts.LastOrDefault(part => part.Name == name) is { } part
            ? (true, () => LoadAsync(part, page, cancellation))
            : (StandardParts.Contains(name), () => default);

    private async ValueTask<object?> LoadAsync(PagePart part, PaperPage page, CancellationToken cancellation) => await newspaper.BesideAsync(async () => await part.LoadAsync(page, cancellation));

    // The built-in templates mention these; a paper without the feature that offers one shows nothing there.
    private static readonly HashSet<string> StandardParts = ["latest", "popular", "sections", "messages", "menus", "editions", "breaking", "newsletters", "sponsor", "forms"];

    private async Task<string> HeadOfAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page.IsWithoutParts) return "";

        var html = new List<string>();
        foreach (var part in headParts)
        {
            if (await part.LoadAsync(page, cancellation) is { IsEmpty: false } markup) html.Add(markup.Html);
        }

        return string.Join('\n', html);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The paper's theme is broken: {File}, line {Line}: {Problem}. The built-in theme was used.")]
    private partial void LogBroken(string file, int line, string problem);
}
