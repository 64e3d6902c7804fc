using System.Net;
using System.Text;
using Broadsheet.Accounts;
using Broadsheet.Files;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Files;

public class FilesTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n");

    [Fact]
    public async Task A_pdf_is_taken_home_and_a_recording_plays_in_parts()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        await UploadAsync(reporter, ("Budget \"2026\" final.pdf", Pdf), ("talk.mp3", [.. "ID3"u8, .. new byte[5000]]));

        var files = await newsroom.AskAsync(newspaper => newspaper.Files.OrderBy(file => file.Id).ToListAsync());
        var pdf = await newsroom.Client.GetAsync(files[0].Url);
        Assert.Equal(Pdf, await pdf.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "attachment"), (pdf.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", pdf.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", pdf.Headers.GetValues("Content-Security-Policy").Single());

        using var part = new HttpRequestMessage(HttpMethod.Get, files[1].Url) { Headers = { Range = new(0, 99) } };
        var audio = await newsroom.Client.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "audio/mpeg", 100), (audio.StatusCode, audio.Content.Headers.ContentType!.MediaType, (int)audio.Content.Headers.ContentLength!));
        Assert.Null(audio.Content.Headers.ContentDisposition);
        // Any other name leads to the file's own.
        var other = await newsroom.Client.GetAsync($"/files/{files[0].PublicId}/other.pdf");
        Assert.Equal((HttpStatusCode.Redirect, files[0].Url), (other.StatusCode, other.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync($"/files/{Guid.NewGuid()}/other.pdf")).StatusCode);
    }

    [Theory]
    [InlineData("page.pdf", "<html><script>alert(1)</script>")]
    [InlineData("drawing.pdf", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("program.mp3", "MZ\u0090")]
    [InlineData("empty.pdf", "")]
    public async Task What_a_name_promises_and_the_content_breaks_is_refused_and_not_kept(string name, string content)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        var answer = await UploadAsync(reporter, (name, Encoding.UTF8.GetBytes(content)), ("good.txt", Pdf));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("neither a PDF nor a recording", await answer.Content.ReadAsStringAsync());
        // What was good is there, under the ending of its content.
        Assert.Equal("good.pdf", (await newsroom.AskAsync(newspaper => newspaper.Files.SingleAsync())).FileName);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(newsroom.Machine.Data, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_same_file_twice_is_one()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        await UploadAsync(reporter, ("a.pdf", Pdf), ("b.pdf", Pdf));

        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Files.CountAsync()));
    }

    private static async Task<HttpResponseMessage> UploadAsync(StaffBrowser browser, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(browser.Token), "__RequestVerificationToken" } };
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "files", name.Replace("\"", "", StringComparison.Ordinal));
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/newsroom/files") { Content = form });
    }
}
