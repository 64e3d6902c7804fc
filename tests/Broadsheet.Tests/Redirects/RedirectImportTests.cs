using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Redirects;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Redirects;

public sealed class RedirectImportTests
{
    private const string Path = "/newsroom/redirects/import";

    [Theory, OnBoth]
    public async Task A_file_is_looked_at_then_taken_and_bad_lines_are_named(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(new Redirect("/before", "/a", false, newsroom.Clock.GetUtcNow()), new Redirect("/same", "/city", false, newsroom.Clock.GetUtcNow())));
        using var editor = await newsroom.AsAsync(Role.Editor);
        const string lines = """
            from,to,status
            /a,/b
            /b,/city/harbour-wall-falls,302
            /c,https://elsewhere.example/c
            "/d, e",/city,301
            /x,/y
            /y,/z
            /z,/x
            /a,/city
            /city/harbour-wall-falls,/latest
            /f,/city,410
            /same,/city
            /2019/*,/archive-2019/*
            """;

        var look = await ReadAsync(await editor.SubmitAsync(Path, ("Lines", lines)));
        Assert.Contains("4 redirects would be made or changed", look);
        Assert.Contains("One stands there already", look);
        foreach (var (line, why) in new[] { (4, "Write a path of the paper"), (6, "/x → /y → /z → /x"), (7, "leads back"), (8, "leads back"), (9, "Line 2 has this old address"), (10, "A page stands"), (11, "Write 301") })
            Assert.Matches($"<td>{line}</td><td class=\"word\"><bdi>[^<]*</bdi></td><td>[^<]*{why}", look);
        Assert.Equal(2, await newsroom.AskAsync(newspaper => newspaper.Redirects.CountAsync()));

        var done = await ReadAsync(await editor.SubmitAsync(Path, ("Lines", lines), ("Do", "true")));
        Assert.Contains("4 redirects were made or changed", done);
        Assert.Contains("7 lines are left out", done);
        foreach (var (from, to) in new[] { ("/a", "/city/harbour-wall-falls"), ("/b", "/city/harbour-wall-falls"), ("/before", "/city/harbour-wall-falls"), ("/d, e", "/city"), ("/2019/x", "/archive-2019/x") })
            Assert.Equal(to, (await newsroom.AskAsync(newspaper => newspaper.NewAddressAsync(from)))?.Path);

        // The same file once more does nothing, and so does what is exported.
        Assert.Contains("Nothing new in it", await ReadAsync(await editor.SubmitAsync(Path, ("Lines", lines))));
        Assert.Contains("Nothing new in it", await ReadAsync(await editor.SubmitAsync(Path, ("Lines", await editor.ReadAsync("/newsroom/redirects.csv")))));
    }

    [Theory]
    [InlineData("/a;/city\n/b;/latest")]
    [InlineData("Source URL\tRegex\tTarget URL\n/a\t0\t/city\n/b\t0\t/latest")]
    public async Task Other_programs_files_are_read(string lines)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);

        await editor.SubmitAsync(Path, ("Lines", lines), ("Do", "true"));

        Assert.Equal(["/city", "/latest"], await newsroom.AskAsync(newspaper => newspaper.Redirects.OrderBy(row => row.From).Select(row => row.To).ToListAsync()));
    }

    [Fact]
    public async Task What_moved_with_all_below_it_is_exported_as_two_lines()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new Redirect("/ir", "/haifa", true, newsroom.Clock.GetUtcNow())));
        using var editor = await newsroom.AsAsync(Role.Editor);

        var csv = await editor.ReadAsync("/newsroom/redirects.csv");

        Assert.Contains("/ir,/haifa,301,", csv);
        Assert.Contains("/ir/*,/haifa/*,301,", csv);
    }

    [Fact]
    public async Task An_empty_or_broken_file_is_refused()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.SubmitAsync(Path)).StatusCode);
        using var broken = await editor.SubmitAsync(Path, ("Lines", "/a,\"/b"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Contains("line 1", await broken.Content.ReadAsStringAsync());
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
