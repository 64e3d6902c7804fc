using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Words;

namespace Broadsheet.Tests.Accounts;

/// <summary>The newsroom speaks to each in her language.</summary>
public sealed class NewsroomLanguageTests : IAsyncLifetime
{
    private Newsroom newsroom = null!;

    public async ValueTask InitializeAsync() => newsroom = await Newsroom.OpenAsync();

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Theory]
    [InlineData("he-IL,he;q=0.9,en;q=0.8", "<html lang=\"he\" dir=\"rtl\"")]
    [InlineData("es-AR", "<html lang=\"es\" dir=\"ltr\"")]
    [InlineData("fr, es;q=0.5", "<html lang=\"es\" dir=\"ltr\"")]
    [InlineData("es;q=0, en", "<html lang=\"en\" dir=\"ltr\"")]
    [InlineData("no/such; language", "<html lang=\"en\" dir=\"ltr\"")]
    public async Task Before_signing_in_it_is_the_browsers(string accepted, string root)
    {
        using var browser = new StaffBrowser(newsroom) { Headers = { ["Accept-Language"] = accepted } };
        Assert.Contains(root, await browser.ReadAsync("/newsroom/sign-in"));
    }

    [Fact]
    public async Task What_she_chooses_counts_on_every_page_errors_included_and_for_nobody_else()
    {
        using var mine = await newsroom.AsAsync(Role.Editor);
        using var another = await newsroom.AsAsync(Role.Editor);
        Assert.Equal(302, (int)(await mine.SubmitAsync("/newsroom/account/language", ("Language", "he"))).StatusCode);

        var today = await mine.ReadAsync("/newsroom");
        Assert.Contains("<html lang=\"he\" dir=\"rtl\"", today);
        Assert.Contains(Texts.In("he")["frame.newsroom"].Pattern, today);
        Assert.Contains("<html lang=\"en\"", await another.ReadAsync("/newsroom"));

        var missing = await mine.GetAsync("/newsroom/articles/987654321");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("<html lang=\"he\" dir=\"rtl\"", await missing.Content.ReadAsStringAsync());

        Assert.Equal(302, (int)(await mine.SubmitAsync("/newsroom/account/language", ("Language", "klingon"))).StatusCode);
        Assert.Contains("<html lang=\"en\"", await mine.ReadAsync("/newsroom"));
    }
}
