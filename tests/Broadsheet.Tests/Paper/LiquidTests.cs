using Broadsheet.Paper;
using Broadsheet.Paper.Themes;
using Broadsheet.Paper.Views;

namespace Broadsheet.Tests.Paper;

public sealed class LiquidTests
{
    private const string Typed = "<script>alert('é שלום')</script>";

    [Fact]
    public async Task What_a_person_typed_is_encoded_and_keeps_its_letters()
    {
        var html = await Drawing.Draw("{{ headline }}|{{ body }}", new TriedView(Typed));

        Assert.DoesNotContain("<script>", html);
        Assert.Contains("é שלום", html);
        Assert.EndsWith("|<p>ours</p>", html);
    }

    [Theory]
    [InlineData("{{ headline | raw }}")]
    [InlineData("{% assign x = headline %}{{ x | append: headline }}")]
    [InlineData("{% capture x %}{{ headline }}{% endcapture %}{{ x }}")]
    [InlineData("{{ 'frame.home' | t: name: headline }}")]
    [InlineData("{{ headline | split: ' ' | join: ' ' }}")]
    [InlineData("{{ headline | replace: 'alert', headline }}")]
    [InlineData("{{ headline | json }}")]
    [InlineData("{{ headline | newline_to_br }}")]
    [InlineData("{{ headline | url_encode | url_decode }}")]
    [InlineData("{{ headline | upcase | downcase | capitalize }}")]
    public async Task No_way_through_a_template_prints_a_tag_that_was_typed(string template)
    {
        string html;
        try
        {
            html = await Drawing.Draw(template, new TriedView(Typed));
        }
        catch (ThemeException)
        {
            return; // Refused is as good as encoded.
        }

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("{{ headline }}\n\n{{ standfrist }}", 3, "standfrist")]
    [InlineData("\n{{ published.hour }}", 2, "hour")]
    [InlineData("{{ headline }}\n{{ headline | shout }}", 0, "shout")]
    public async Task What_is_not_there_is_an_error_with_its_file_and_line(string template, int line, string name)
    {
        var broken = await Assert.ThrowsAsync<ThemeException>(() => Drawing.Draw(template, new TriedView("x")));

        Assert.Equal("theme/templates/tried.liquid", broken.Problem.File);
        Assert.Equal(line, broken.Problem.Line);
        Assert.Contains(name, broken.Problem.Message);
    }

    [Theory]
    [InlineData("{% for a in (1..100000) %}{% for b in (1..100000) %}{% assign c = b %}{% endfor %}{% endfor %}")]
    [InlineData("{% render 'tried' %}")]
    [InlineData("{% include 'tried' %}")]
    [InlineData("{% for a in (1..90000) %}0123456789012345678901234567890123456789012345678901234567890123456789{% endfor %}")]
    public async Task A_template_without_end_is_stopped(string template) =>
        await Assert.ThrowsAsync<ThemeException>(() => Drawing.Draw(template, new TriedView("x")));

    [Fact]
    public async Task Both_sides_of_and_are_asked_one_after_the_other()
    {
        var asking = 0;
        async ValueTask<object?> Load()
        {
            Assert.Equal(1, Interlocked.Increment(ref asking));
            await Task.Delay(5);
            Interlocked.Decrement(ref asking);
            return "there";
        }
        var theme = Drawing.Theme(Drawing.File("templates/tried.liquid", "{% if one and two and one.size > 0 %}yes{% endif %}"));
        var scope = new DrawingScope(theme, new PaperDates("en", "Asia/Jerusalem", theme.Strings), new PageReads(UnrecordedReads.Instance), new TriedView("Wall"), [], _ => (true, Load));

        Assert.Equal("yes", await Liquid.DrawAsync("tried", scope));
    }

    [Fact]
    public async Task A_member_is_read_once_a_page_and_told_to_the_recorder()
    {
        var recorder = new Listening();
        var html = await Drawing.Draw("{{ reads }}{{ reads }}{{ later }}{{ later }}", new TriedView("x"), recorder);

        Assert.Equal("11later 2later 2", html);
        Assert.Equal(["story:1 reads", "story:1 later"], recorder.Heard);
    }

    [Theory]
    [InlineData("en", "23 November 2026, 21:40 GMT+2")]
    [InlineData("he", "23 בנובמבר 2026, 21:40 GMT+2")]
    public async Task Times_are_in_the_zone_and_language_of_the_edition(string language, string full) =>
        Assert.Equal(full, System.Net.WebUtility.HtmlDecode(await Drawing.Draw("{{ published.full }}", new TriedView("x"), language: language)));

    private sealed class Listening : IReadRecorder
    {
        public List<string> Heard { get; } = [];

        public void Read(string? source, string member) => Heard.Add($"{source} {member}");

        public void Mention(string part) => Heard.Add(part);
    }
}
