using System.Text.Json;
using System.Text.RegularExpressions;
using Broadsheet.Paper;
using Broadsheet.Paper.Assets;
using Broadsheet.Paper.Themes;
using Broadsheet.Words;

namespace Broadsheet.Tests.Paper;

public sealed partial class ThemeTests
{
    [Fact]
    public void A_template_of_the_papers_own_that_cannot_be_parsed_names_its_line_and_leaves_ours_in_place()
    {
        var theme = Drawing.Theme(Drawing.File("templates/section.liquid", "<p>\n{% if %}\n"));

        var problem = Assert.Single(theme.Problems);
        Assert.Equal("theme/templates/section.liquid", problem.File);
        Assert.Equal(2, problem.Line);
        Assert.False(theme.Find("section")!.File.IsOverride);
    }

    [Fact]
    public void A_papers_own_words_lie_over_ours_one_by_one()
    {
        var theme = Drawing.Theme(Drawing.File("strings/en.json", """{"latest.title": "Just in"}"""));

        Assert.Equal("Just in", Say(theme, "en", "latest.title"));
        Assert.Equal("Most read", Say(theme, "en", "popular.title"));
        Assert.Equal("Most read", Say(theme, "xx", "popular.title"));
    }

    [Fact]
    public void An_edit_in_the_theme_folder_is_taken_up_without_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-theme");
        var clock = new FastClock();
        var current = new CurrentTheme(new ThemeFolder(folder.FullName), clock);
        Assert.False(current.Read().HasOverrides);

        Directory.CreateDirectory(Path.Combine(folder.FullName, "templates"));
        File.WriteAllText(Path.Combine(folder.FullName, "templates", "page.liquid"), "ours");
        Assert.True(current.Read().Find("page")!.File.IsOverride);
        folder.Delete(recursive: true);
        Assert.False(current.Read().Find("page")!.File.IsOverride);
    }

    [Fact]
    public void Every_language_of_the_built_in_theme_has_the_same_words_with_the_same_places()
    {
        var strings = CurrentTheme.BuiltIn.Strings;
        foreach (var language in strings.Languages)
        {
            Assert.Equal(strings.In("en").Keys.Order(), strings.In(language).Keys.Order());
            foreach (var (key, text) in strings.In(language)) Assert.Equal(strings.In("en")[key].Names.Order(), text.Names.Order());
        }
    }

    [GeneratedRegex(@"\b(zero|one|two|few|many|other) \{")]
    private static partial Regex PluralForm();

    [Fact]
    public void It_speaks_ten_languages_with_every_plural_form_that_each_takes()
    {
        Assert.Equal(["ar", "de", "en", "es", "fa", "fr", "he", "pt", "ru", "zh"], CurrentTheme.BuiltIn.Strings.Languages.Order());
        foreach (var language in CurrentTheme.BuiltIn.Strings.Languages)
        {
            var taken = Enumerable.Range(1, 120).Select(count => PluralRules.FormOf(language, count)).Append("other").ToHashSet();
            // Two of something is plain plural in modern Hebrew, save for words of time.
            if (language == "he") taken.Remove("two");
            foreach (var text in JsonDocument.Parse(ThemeFolder.BuiltIn[$"strings/{language}.json"].Text).RootElement.EnumerateObject().Where(text => text.Value.GetString()!.Contains(", plural,", StringComparison.Ordinal)))
            {
                var given = PluralForm().Matches(text.Value.GetString()!).Select(form => form.Groups[1].Value).ToHashSet();
                Assert.True(given.IsSupersetOf(taken), $"{language}, {text.Name}: {string.Join(", ", taken.Except(given))}");
            }
        }
    }

    [Fact]
    public void The_styles_know_no_left_and_no_right()
    {
        var css = CssComment().Replace(CurrentTheme.BuiltIn.Assets.Css, "");

        Assert.Matches(SideOfThePage(), ".x { margin-left: 1px }");
        Assert.DoesNotMatch(SideOfThePage(), css);
    }

    [Fact]
    public void No_template_has_a_style_or_a_handler_in_it()
    {
        foreach (var file in ThemeFolder.BuiltIn.Values.Where(file => file.Path.EndsWith(".liquid", StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch(StyleOrHandler(), file.Text);
        }
    }

    [Fact]
    public void A_setting_cannot_write_into_the_stylesheet_or_the_policy()
    {
        var look = new PaperLook { AccentColour = "red;} body{display:none", HeadlineFont = "x\"} body{display:none", EmbedHosts = ["evil.example; script-src *", "maps.example"] };

        Assert.DoesNotContain("display:none", LookStylesheet.Write(look, _ => null));
        var policy = PaperPolicy.For(InlineHashes.None, look.EmbedHosts);
        Assert.DoesNotContain("*", policy);
        Assert.Contains("https://maps.example", policy);
        Assert.DoesNotContain("unsafe", policy);
    }

    [Theory]
    [InlineData("#ffff66", "#ffffff")]
    [InlineData("#777777", "#888888")]
    public void Any_choice_of_colours_can_be_read(string accent, string paper)
    {
        var css = LookStylesheet.Write(new PaperLook { AccentColour = accent, PaperColour = paper, InkColour = paper }, _ => null);
        foreach (Match scheme in Palette().Matches(css))
        {
            var ground = Colour.Parse(scheme.Groups["paper"].Value)!.Value;
            foreach (var text in new[] { "ink", "accent", "quiet" }) Assert.True(Colour.Parse(scheme.Groups[text].Value)!.Value.ContrastWith(ground) >= 4.5, $"{text} on {ground}: {scheme.Value}");
        }
    }

    [Fact]
    public void The_stylesheet_is_small()
    {
        var sheet = new PaperStylesheets().For(CurrentTheme.BuiltIn, new PaperLook());
        Assert.InRange(sheet.Brotli.Length, 2_000, 14_000);
    }

    [Theory]
    [InlineData("newsroom")]
    [InlineData("Latest")]
    [InlineData("sitemap.xml")]
    public void The_programs_own_first_segments_are_taken(string segment) => Assert.True(ReservedSegments.Contains(segment));

    [Theory]
    [InlineData("en", 1, "1 story")]
    [InlineData("en", 1200, "1,200 stories")]
    [InlineData("he", 2, "שתי כתבות")]
    [InlineData("ar", 2, "مادتان")]
    [InlineData("ar", 5, "5 مواد")]
    [InlineData("ar", 11, "11 مادة")]
    public void Counts_take_the_languages_form(string language, int count, string expected) =>
        Assert.Equal(expected, CurrentTheme.BuiltIn.Strings.Find(language, "contributor.stories")!.Print(System.Globalization.CultureInfo.GetCultureInfo(language), _ => "", _ => count));

    [Theory]
    [InlineData("{count, plural, one {x}}")]
    [InlineData("{name")]
    [InlineData("a } b")]
    public void A_text_that_cannot_be_read_is_refused(string text) => Assert.Throws<FormatException>(() => MessageText.Parse(text));

    private static string Say(Theme theme, string language, string key) => theme.Strings.Find(language, key)!.Print(System.Globalization.CultureInfo.InvariantCulture, _ => "", _ => 0);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex CssComment();

    [GeneratedRegex(@"(?<![a-z])(left|right)(?![a-z])|(margin|padding|border)-(top|bottom)|(?<![-a-z])(top|bottom|width|height)\s*:|text-align:\s*(left|right)")]
    private static partial Regex SideOfThePage();

    [GeneratedRegex(@"\sstyle\s*=|\son[a-z]+\s*=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex StyleOrHandler();

    [GeneratedRegex("--paper:(?<paper>#[0-9a-f]{6});--ink:(?<ink>#[0-9a-f]{6});--accent:(?<accent>#[0-9a-f]{6});--quiet:(?<quiet>#[0-9a-f]{6})")]
    private static partial Regex Palette();

    private sealed class FastClock : TimeProvider
    {
        private long now;

        public override long GetTimestamp() => now += TimestampFrequency;
    }
}
