using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Pictures;

/// <summary>Pictures in the running program: taken in, kept, shown.</summary>
public class LibraryTests
{
    private static readonly byte[] Agency = JpegWithIptc.Of(
        "Two presidents meet in Beijing.", "Aleksey Druzhinin", "Sputnik/Aleksey Druzhinin/Kremlin via REUTERS", new(2022, 2, 4));

    [Fact]
    public async Task The_original_is_kept_byte_for_byte_and_its_words_are_read()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var picture = await TakeInAsync(newsroom, Agency);

        Assert.Equal("Two presidents meet in Beijing.", picture.Caption);
        Assert.Equal("(Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)", picture.Credit.Print());
        Assert.Equal(new DateOnly(2022, 2, 4), picture.TakenOn);
        var files = newsroom.App.Services.GetRequiredService<FileStore>();
        Assert.Equal(Agency, await File.ReadAllBytesAsync(files.PathOf(Convert.ToHexStringLower(SHA256.HashData(Agency)))));
        var stored = await newsroom.AskAsync(newspaper => newspaper.Pictures.AsNoTracking().SingleAsync());
        Assert.Equal(picture.Credit, stored.Credit);
    }

    [Fact]
    public async Task The_same_bytes_twice_are_found_also_when_they_come_at_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var pictures = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TakeInAsync(newsroom, Agency)));

        Assert.Single(pictures.Select(picture => picture.PublicId).Distinct());
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Pictures.CountAsync()));
    }

    [Fact]
    public async Task Many_files_are_sent_at_once_and_each_gets_its_answer()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        using var response = await UploadAsync(reporter, "application/json",
            ("putin.jpg", Agency),
            ("logo.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()),
            ("bomb.png", TestPicture.PngBomb(50_000, 50_000)),
            ("huge.jpg", [.. Agency, .. new byte[61_000_000]]),
            ("empty.jpg", []));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var answers = (await response.Content.ReadFromJsonAsync<UploadedJson[]>())!;
        Assert.Equal("(Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)", answers[0].Picture!.Credit);
        Assert.StartsWith("SVG drawings can carry scripts", answers[1].Problem);
        Assert.StartsWith("The picture is longer than 20,000", answers[2].Problem);
        Assert.StartsWith("The file is larger than 60 MB", answers[3].Problem);
        Assert.StartsWith("The file is empty", answers[4].Problem);
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Pictures.CountAsync()));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(newsroom.Machine.Data, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Without_script_the_answer_is_a_page()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        using var response = await UploadAsync(reporter, "text/html", ("quay & co.jpg", TestPicture.Jpeg(400, 300)), ("notes.jpg", "notes"u8.ToArray()));

        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("quay &amp; co.jpg", html);
        Assert.Contains("Say whose it is", html);
        Assert.Contains("This is not a picture we can read.", html);
    }

    [Fact]
    public async Task Every_address_of_a_view_answers_with_what_it_says()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await TakeInAsync(newsroom, TestPicture.Jpeg(420, 300));

        foreach (var shape in new[] { RenditionShape.Whole, RenditionShape.Square, RenditionShape.SixteenToNine })
        {
            var view = PictureView.Of(picture, "en", shape);
            foreach (var source in view.Sources.Append(new("image/jpeg", view.SrcSet)))
            {
                foreach (var (address, width) in source.SrcSet.Split(", ").Select(one => one.Split(' ')).Select(one => (one[0], int.Parse(one[1][..^1], System.Globalization.CultureInfo.InvariantCulture))))
                {
                    using var response = await newsroom.Client.GetAsync(address);
                    Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                    Assert.Equal(source.Type, response.Content.Headers.ContentType!.MediaType);
                    Assert.Contains("immutable", response.Headers.CacheControl!.ToString());
                    Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
                    using var image = NetVips.Image.NewFromBuffer(await response.Content.ReadAsByteArrayAsync());
                    Assert.InRange(image.Width, width - 1, width + 1);

                    using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", response.Headers.ETag!.ToString() } } };
                    Assert.Equal(HttpStatusCode.NotModified, (await newsroom.Client.SendAsync(again)).StatusCode);
                }
            }
        }
    }

    [Theory]
    [InlineData("641.jpg")]
    [InlineData("0640.jpg")]
    [InlineData("1920.jpg")]
    [InlineData("640.png")]
    [InlineData("5x7-50x50-320.jpg")]
    [InlineData("3x2-51x50-320.jpg")]
    [InlineData("..%2F..%2Fbroadsheet.db")]
    public async Task No_other_address_makes_anything(string name)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await TakeInAsync(newsroom, TestPicture.Jpeg(700, 500));

        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync($"/pictures/{picture.Key}/{name}")).StatusCode);
    }

    [Fact]
    public async Task A_crop_made_before_the_focal_point_moved_stays_at_its_address()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await TakeInAsync(newsroom, TestPicture.Jpeg(700, 500));
        var before = PictureView.Of(picture, "en", RenditionShape.Square).Url;

        await newsroom.ChangeAsync(newspaper => newspaper.Pictures.Single(row => row.Id == picture.Id).FocusOn(10, 90));
        var moved = await newsroom.AskAsync(newspaper => newspaper.Pictures.SingleAsync(row => row.Id == picture.Id));
        var after = PictureView.Of(moved, "en", RenditionShape.Square).Url;

        Assert.NotEqual(before, after);
        Assert.Equal(HttpStatusCode.OK, (await newsroom.Client.GetAsync(before)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await newsroom.Client.GetAsync(after)).StatusCode);
    }

    [Fact]
    public async Task A_crowd_makes_a_rendition_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await TakeInAsync(newsroom, TestPicture.Jpeg(2000, 1500));
        var address = $"/pictures/{picture.Key}/1x1-50x50-640.avif";
        var made = 0;
        var shelved = Path.Combine(newsroom.Machine.Data, "cache", "pictures", picture.Key[..2], picture.Key);
        using var arrivals = new FileSystemWatcher(shelved, "1x1-*") { EnableRaisingEvents = true, NotifyFilter = NotifyFilters.FileName };
        arrivals.Created += (_, _) => Interlocked.Increment(ref made);
        arrivals.Renamed += (_, _) => Interlocked.Increment(ref made);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => newsroom.Client.GetByteArrayAsync(address)));
        await Task.Delay(300);

        Assert.Single(answers.Select(Convert.ToHexString).Distinct());
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_story_whose_picture_nobody_is_credited_for_does_not_go_out()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await TakeInAsync(newsroom, TestPicture.Jpeg(700, 500));
        var lead = await newsroom.DraftAsync("Wall falls", content => content with { LeadPicture = new(picture.PublicId) });
        var body = await newsroom.DraftAsync("Wall stands", content => content with { Body = DraftDocument.Of(new PictureBlock("a1", picture.PublicId)) });

        foreach (var article in new[] { lead, body })
            Assert.Contains("has no credit", (await Assert.ThrowsAsync<NotReadyException>(() => newsroom.PublishAsync(article))).Message);

        await newsroom.ChangeAsync(newspaper => newspaper.Pictures.Single().AllowWithoutCredit("Found on the pier; owner sought.", 0, newsroom.Clock.GetUtcNow()));
        Assert.True((await newsroom.PublishAsync(lead)).IsPublished);

        await newsroom.ChangeAsync(newspaper =>
        {
            var found = newspaper.Pictures.Single();
            found.Credit = Credit.Parse("Dana Levi/Staff");
            found.Remember();
        });
        Assert.True((await newsroom.PublishAsync(body)).IsPublished);
    }

    [Fact]
    public async Task A_picture_of_another_year_says_so()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await TakeInAsync(newsroom, Agency);

        Assert.Equal("File photo from 2022", PictureView.Of(picture, "en", published: new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)).FilePhoto);
        Assert.Equal("תמונת ארכיון משנת 2022", PictureView.Of(picture, "he", published: new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)).FilePhoto);
        Assert.Equal("", PictureView.Of(picture, "en", published: new(2022, 3, 2, 0, 0, 0, TimeSpan.Zero)).FilePhoto);
    }

    private static async Task<HttpResponseMessage> UploadAsync(StaffBrowser browser, string accept, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(browser.Token), "__RequestVerificationToken" } };
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "files", name);
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/newsroom/pictures") { Content = form, Headers = { { "Accept", accept } } });
    }

    internal static async Task<Picture> TakeInAsync(Newsroom newsroom, byte[] bytes, string name = "picture.jpg")
    {
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<PictureIntake>().TakeInAsync(new MemoryStream(bytes), name, by: 0)).Picture;
    }
}
