using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Paper.Press;

/// <summary>Which of the pages that a publication makes old changed themselves, and are made first.</summary>
public sealed class BesideTests
{
    [Fact]
    public async Task A_story_beside_which_another_comes_out_has_not_changed_itself()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        foreach (var path in new[] { "/", "/latest", "/city", "/city/harbour-wall-falls" }) await newsroom.Client.GetStringAsync(path);

        await newsroom.PublishAsync(await newsroom.DraftAsync("Ferry is late"));

        var press = newsroom.Press;
        Assert.Equal(
            [("/", false, true), ("/city", false, true), ("/city/harbour-wall-falls", false, false), ("/latest", false, true)],
            press.Store.Pages.Where(page => page.Name is "/" or "/latest" or "/city" or "/city/harbour-wall-falls").OrderBy(page => page.Name, StringComparer.Ordinal)
                .Select(page => (page.Name, press.Freshness.IsFresh(page, newsroom.Clock.GetUtcNow()), press.Freshness.HasChangedItself(page))));
        // As true as the rest all the same.
        Assert.Contains("Ferry is late", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));
    }
}
