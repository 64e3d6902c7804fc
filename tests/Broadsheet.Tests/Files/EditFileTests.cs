using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Files;
using Broadsheet.Messages;
using Broadsheet.Pages;
using Broadsheet.Tests.Messages;
using Broadsheet.Storage;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Files;

/// <summary>A file gets another name, and goes when it stands nowhere.</summary>
public sealed class EditFileTests
{
    [Fact]
    public async Task Renamed_it_has_a_new_address_to_which_the_old_one_leads()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var file = await AddAsync(newsroom);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("The budget", content => content with { Body = With(file) }));
        Assert.Contains(file.Url, await newsroom.Client.GetStringAsync($"/city/{article.Slug}"));

        var answer = await editor.SubmitAsync($"/newsroom/files/{file.Id}", ("name", "Budget 2026.PDF"), ("seen", "report.pdf"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var renamed = await newsroom.AskAsync(newspaper => newspaper.Files.SingleAsync());
        Assert.Equal(("Budget 2026.pdf", "Budget 2026"), (renamed.FileName, renamed.Title));
        Assert.Equal(renamed.Url, (await newsroom.Client.GetAsync(file.Url)).Headers.Location!.OriginalString);
        Assert.Contains(renamed.Url, await newsroom.Client.GetStringAsync($"/city/{article.Slug}"));
        Assert.Contains("Budget 2026", await (await editor.GetAsync("/newsroom/files.json?q=budget")).Content.ReadAsStringAsync());

        var late = await editor.SubmitAsync($"/newsroom/files/{file.Id}", ("name", "Mine"), ("seen", "report.pdf"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("value=\"Mine\"", await late.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.SubmitAsync($"/newsroom/files/{file.Id}", ("name", " "), ("seen", "Budget 2026.pdf"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Where_it_stands_it_stays_and_every_place_is_named(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var file = await AddAsync(newsroom);
        var published = await newsroom.PublishAsync(await newsroom.DraftAsync("Published with it", content => content with { Body = With(file) }));
        await newsroom.DraftAsync("A draft with it", content => content with { Body = With(file) });
        await newsroom.DraftAsync("A draft without it");
        await newsroom.ChangeAsync(newspaper =>
        {
            newspaper.Pages.Add(new PlainPage(newsroom.Edition.Id, "About the budget", "about") { Body = With(file) });
            newspaper.Messages.Add(MessagePaper.Of(newsroom.Edition.Id, "With the file", new() { Body = With(file) }));
        });

        var answer = await editor.SubmitAsync($"/newsroom/files/{file.Id}/removal");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("The file stands in 4 places.", page);
        foreach (var name in (string[])["Published with it", "A draft with it", "About the budget", "With the file"]) Assert.Contains(name, page);
        Assert.DoesNotContain("A draft without it", page);
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Files.CountAsync()));

        // Taken out of the draft alone it still stands before readers; written into a draft of what is out it soon would.
        await SaveAsync(newsroom, published, DraftDocument.OfText("Without it"));
        Assert.Contains("Published with it", await editor.ReadAsync($"/newsroom/files/{file.Id}"));
        await newsroom.PublishAsync(published);
        Assert.DoesNotContain("Published with it", await editor.ReadAsync($"/newsroom/files/{file.Id}"));
        await SaveAsync(newsroom, published, With(file));
        Assert.Contains("Published with it", await editor.ReadAsync($"/newsroom/files/{file.Id}"));
    }

    [Fact]
    public async Task Removed_it_is_gone_with_its_bytes_and_somebody_elses_is_not_ours_to_remove()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var file = await AddAsync(newsroom);
        var path = newsroom.App.Services.GetRequiredService<FileStore>().PathOf(file.FileHash);

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync($"/newsroom/files/{file.Id}/removal")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await newsroom.Client.GetAsync(file.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync($"/newsroom/files/{file.Id}/removal")).StatusCode);

        Assert.False(File.Exists(path));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync(file.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.SubmitAsync($"/newsroom/files/{file.Id}/removal")).StatusCode);
        var entry = await newsroom.AskAsync(newspaper => newspaper.AuditEntries.SingleAsync(row => row.Act == "file-removed"));
        Assert.Equal("report.pdf", entry.Reason);
    }

    private static async Task<StoredFile> AddAsync(Newsroom newsroom)
    {
        var file = new StoredFile(new string('a', 64), FileKind.Pdf, 2_300_000, "report.pdf", newsroom.Clock.GetUtcNow(), 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Files.Add(file));
        var path = newsroom.App.Services.GetRequiredService<FileStore>().PathOf(file.FileHash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "%PDF-");
        return file;
    }

    private static DraftDocument With(StoredFile file) => DraftDocument.Of(new FileBlock("d1", file.PublicId, ""));

    private static async Task SaveAsync(Newsroom newsroom, Article article, DraftDocument body)
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await newsroom.AskAsync(async newspaper =>
        {
            var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == article.Id);
            found.SaveDraft(found.Draft.Content with { Body = body }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });
    }
}
