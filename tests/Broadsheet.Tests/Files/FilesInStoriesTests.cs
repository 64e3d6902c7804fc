using Broadsheet.Document;
using Broadsheet.Files;

namespace Broadsheet.Tests.Files;

public sealed class FilesInStoriesTests
{
    [Fact]
    public async Task A_recording_plays_in_the_page_and_is_linked_in_the_feed()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var tape = new StoredFile(new string('a', 64), FileKind.Mp3, 2_300_000, "tape.mp3", newsroom.Clock.GetUtcNow(), 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Files.Add(tape));
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("The tape", content => content with { Body = DraftDocument.Of(new FileBlock("d1", tape.PublicId, "")) }));

        var page = await newsroom.Client.GetStringAsync($"/city/{article.Slug}");

        Assert.Contains($"<audio controls=\"\" preload=\"none\" src=\"{tape.Url}\"", page, StringComparison.Ordinal);
        Assert.Contains("MP3, 2.3 MB", page, StringComparison.Ordinal);
        Assert.Contains(tape.Url, await newsroom.Client.GetStringAsync("/feed.xml"), StringComparison.Ordinal);
    }
}
