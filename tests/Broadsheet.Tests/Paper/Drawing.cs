using System.Text;
using Broadsheet.Paper;
using Broadsheet.Paper.Themes;
using Broadsheet.Paper.Views;

namespace Broadsheet.Tests.Paper;

/// <summary>A theme of a few files and a view to draw it over.</summary>
internal static class Drawing
{
    public static ThemeFile File(string path, string text, bool isOverride = false) => new(path, [.. Encoding.UTF8.GetBytes(text)], isOverride);

    public static Theme Theme(params ThemeFile[] files) =>
        Broadsheet.Paper.Themes.Theme.Of(ThemeFolder.BuiltIn, files.ToDictionary(file => file.Path, file => file with { IsOverride = true }));

    public static Task<string> Draw(string template, View view, IReadRecorder? recorder = null, string language = "en", params ThemeFile[] more) =>
        Draw(Theme([File("templates/tried.liquid", template), .. more]), view, recorder, language);

    public static Task<string> Draw(Theme theme, View view, IReadRecorder? recorder = null, string language = "en") =>
        Liquid.DrawAsync("tried", new DrawingScope(theme, new PaperDates(language, "Asia/Jerusalem", theme.Strings), new PageReads(recorder ?? UnrecordedReads.Instance), view, [], _ => (false, () => default)));
}

/// <summary>A story with a name that somebody typed, and a member that counts how often it is asked for.</summary>
internal sealed class TriedView(string headline) : View
{
    private int reads;

    protected internal override string Source => "story:1";

    public string Headline => headline;
    public Markup Body => new("<p>ours</p>");
    public DateTimeOffset Published => new(2026, 11, 23, 19, 40, 0, TimeSpan.Zero);
    public int Reads => ++reads;
    public Func<Task<string>> Later => () => Task.FromResult($"later {++reads}");
}
