using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;

namespace Broadsheet.Tests.Look;

/// <summary>The look as a publisher without script chooses it.</summary>
public sealed class LookTests
{
    private static readonly (string, string)[] Chosen =
    [
        ("Revision", "0"), ("PaperColour", "#ffffff"), ("InkColour", "#101010"), ("AccentColour", "#0a5c36"),
        ("HeadlineFont", "Source Serif"), ("TextFont", "Source Serif"), ("LabelFont", "Source Sans"), ("Logo", ""),
    ];

    [Theory, OnBoth]
    public async Task A_colour_that_is_saved_stands_on_every_page_at_once(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var before = StylesheetIn(await newsroom.Client.GetStringAsync("/"));

        var answer = await publisher.SubmitAsync("/newsroom/look", Chosen);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = StylesheetIn(await newsroom.Client.GetStringAsync("/"));
        Assert.NotEqual(before, after);
        Assert.Contains("#0a5c36", await newsroom.Client.GetStringAsync(after), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("InkColour", "#cccccc", "contrast of 1.6 to 1")]
    [InlineData("AccentColour", "red", "Choose a colour")]
    [InlineData("TextFont", "Comic Sans", "Choose one of the faces")]
    [InlineData("Logo", "01900000-0000-7000-8000-000000000000", "no longer in the library")]
    public async Task What_cannot_be_read_or_is_not_there_is_refused_and_the_form_kept(string field, string value, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);

        var answer = await publisher.SubmitAsync("/newsroom/look", [.. Chosen.Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, html);
        if (field != "AccentColour") Assert.Contains("#0a5c36", html);
    }

    [Fact]
    public async Task Two_publishers_do_not_pass_each_other_unseen()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        await publisher.SubmitAsync("/newsroom/look", Chosen);

        var answer = await publisher.SubmitAsync("/newsroom/look", [.. Chosen.Where(one => one.Item1 != "AccentColour"), ("AccentColour", "#123456")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("#123456", html);
        Assert.Contains("#0a5c36", html);
    }

    [Fact]
    public async Task An_editor_may_not()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.SubmitAsync("/newsroom/look", Chosen)).StatusCode);
    }

    private static string StylesheetIn(string html)
    {
        var at = html.IndexOf("/theme/paper.", StringComparison.Ordinal);
        while (!html[at..html.IndexOf('"', at)].EndsWith(".css", StringComparison.Ordinal)) at = html.IndexOf("/theme/paper.", at + 1, StringComparison.Ordinal);
        return html[at..html.IndexOf('"', at)];
    }
}
