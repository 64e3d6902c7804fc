using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Broadsheet.Pictures;
using Broadsheet.Pictures.Decoding;
using NetVips;

namespace Broadsheet.Tests.Pictures;

/// <summary>The real child process on real files.</summary>
public sealed class PictureDecoderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("decoder").FullName;
    private readonly PictureDecoder decoder = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_an_agency_wrote_is_read()
    {
        var facts = await Inspect(new JpegWithIptc()
            .Caption("Russian President Vladimir Putin meets a guest in Beijing, China.").Headline("Leaders meet").Byline("Aleksey Druzhinin")
            .Credit("Sputnik/Aleksey Druzhinin/Kremlin via REUTERS").Source("Sputnik").Copyright("© Sputnik").Keyword("diplomacy").Keyword("China")
            .City("Beijing").TakenOn(new(2022, 2, 4)).Bytes());

        Assert.Equal((1600, 1067), (facts.Width, facts.Height));
        var metadata = facts.Metadata;
        Assert.Equal("Russian President Vladimir Putin meets a guest in Beijing, China.", metadata.Caption);
        Assert.Equal("Leaders meet", metadata.Headline);
        Assert.Equal(["Aleksey Druzhinin"], metadata.Creators);
        Assert.Equal("Sputnik", metadata.Source);
        Assert.Equal("© Sputnik", metadata.Copyright);
        Assert.Equal(["diplomacy", "China"], metadata.Keywords);
        Assert.Equal("Beijing", metadata.Place);
        Assert.Equal(new DateOnly(2022, 2, 4), metadata.TakenOn);
        Assert.Equal("(Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)", Credit.From(metadata).Print());
    }

    [Fact]
    public async Task Iptc_is_read_in_the_encodings_that_occur()
    {
        const string name = "José Müller";
        var latin = new JpegWithIptc().In(Encoding.Latin1).Caption(name);
        var silentUtf8 = new JpegWithIptc().In(Encoding.UTF8).Caption(name + " אבג");
        var announced = new JpegWithIptc().Caption(name + " אבג");
        var windows = new JpegWithIptc().In(CodePagesEncodingProvider.Instance.GetEncoding(1252)!).Caption("the mayor’s dog");

        Assert.Equal(name, (await Inspect(latin.Bytes())).Metadata.Caption);
        Assert.Equal(name + " אבג", (await Inspect(silentUtf8.Bytes())).Metadata.Caption);
        Assert.Equal(name + " אבג", (await Inspect(announced.Bytes())).Metadata.Caption);
        Assert.Equal("the mayor’s dog", (await Inspect(windows.Bytes())).Metadata.Caption);
    }

    [Fact]
    public async Task Xmp_goes_before_iptc()
    {
        var facts = await Inspect(new JpegWithIptc().Caption("cut to thirty-two chara").Byline("M. Smith").Xmp("""
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The whole caption.</rdf:li></rdf:Alt></dc:description>
            <dc:creator><rdf:Seq><rdf:li>Mary Smith</rdf:li><rdf:li>John Doe</rdf:li></rdf:Seq></dc:creator>
            <photoshop:DateCreated>2022-02-04T11:30:00+08:00</photoshop:DateCreated>
            <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Two men shake hands.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
            """).Bytes());

        Assert.Equal("The whole caption.", facts.Metadata.Caption);
        Assert.Equal(["Mary Smith", "John Doe"], facts.Metadata.Creators);
        Assert.Equal("Two men shake hands.", facts.Metadata.AltText);
        Assert.Equal(new DateOnly(2022, 2, 4), facts.Metadata.TakenOn);
    }

    [Fact]
    public async Task A_picture_that_lies_on_its_side_is_stood_up_and_its_place_is_taken_off()
    {
        // 6: the camera was turned a quarter; what is left in the file is the bottom on the screen... the top is at the right.
        var turned = new JpegWithIptc().Picture(TestPicture.Jpeg(800, 400)).Exif(ExifBlock.With(orientation: 6)).Caption("secret garden").Bytes();
        var facts = await Inspect(turned);
        Assert.Equal((400, 800), (facts.Width, facts.Height));
        Assert.True(facts.Metadata.HasCoordinates);

        foreach (var format in RenditionFormats.All)
        {
            var made = await Make(turned, PictureFormat.Jpeg, new("", format, 320, null, 50, 50));
            using var image = Image.NewFromFile(made);
            Assert.Equal((320, 640), (image.Width, image.Height));
            // Red was left; a quarter turn to the right puts it at the top.
            Assert.True(image.Getpoint(100, 100)[0] > 150, $"{format}: the top is {string.Join(',', image.Getpoint(100, 100))}");
            Assert.DoesNotContain(image.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field is "iptc-data" or "xmp-data" or "icc-profile-data");
            var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(made));
            Assert.DoesNotContain("Exif", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("secret garden", bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Colours_of_a_wide_profile_are_brought_to_srgb()
    {
        using var drawn = TestPicture.Drawn(400, 300);
        using var wide = drawn.IccTransform("p3", inputProfile: "srgb");
        var p3 = wide.JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.Icc);
        using var raw = Image.JpegloadBuffer(p3);
        Assert.True(raw.Getpoint(50, 200)[0] < 215, "The profile changed nothing: the test would prove nothing.");

        using var made = Image.NewFromFile(await Make(p3, PictureFormat.Jpeg, new("", RenditionFormat.Jpeg, 320, null, 50, 50)));

        Assert.InRange(made.Getpoint(50, 150)[0], 214, 226);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, false)]
    public async Task A_crop_keeps_what_the_focal_point_marks(int focalX, bool isRed)
    {
        var made = await Make(TestPicture.Jpeg(1600, 400), PictureFormat.Jpeg, new("", RenditionFormat.Jpeg, 320, 1.0, focalX, 50));

        using var image = Image.NewFromFile(made);
        Assert.Equal((320, 320), (image.Width, image.Height));
        Assert.Equal(isRed, image.Getpoint(160, 200)[0] > 150);
    }

    [Fact]
    public async Task Every_format_on_the_list_is_decoded_by_what_it_is()
    {
        foreach (var (bytes, format) in new[]
        {
            (TestPicture.Write(image => image.PngsaveBuffer()), PictureFormat.Png),
            (TestPicture.Write(image => image.WebpsaveBuffer()), PictureFormat.WebP),
            (TestPicture.Write(image => image.GifsaveBuffer()), PictureFormat.Gif),
            (TestPicture.Write(image => image.TiffsaveBuffer()), PictureFormat.Tiff),
            (TestPicture.Write(image => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 1)), PictureFormat.Avif),
        })
        {
            Assert.Equal(format, PictureFormats.Of(bytes.AsSpan(0, PictureFormats.HeadLength)));
            var facts = await Inspect(bytes, format);
            Assert.Equal((600, 400), (facts.Width, facts.Height));
        }
    }

    [Theory]
    [InlineData(50_000, 50_000, PictureProblem.TooLongASide)]
    [InlineData(9_000, 9_000, PictureProblem.TooManyPixels)]
    [InlineData(6_000, 6_000, PictureProblem.Damaged)]
    public async Task A_bomb_is_refused_for_what_its_header_says(int width, int height, PictureProblem problem)
    {
        var bomb = TestPicture.PngBomb(width, height);

        var refused = await Assert.ThrowsAsync<PictureRefusedException>(() => Inspect(bomb, PictureFormat.Png));

        Assert.Equal(problem, refused.Problem);
    }

    [Fact]
    public async Task A_bomb_costs_less_than_a_second_and_200_MB()
    {
        // The child alone, by its processor time: on a busy machine a wall clock would measure the others.
        var order = JsonSerializer.Serialize(new { File = await Write(TestPicture.PngBomb(50_000, 50_000)), Format = 1, Inspect = true, Make = Array.Empty<int>(), MemoryBytes = 1_000_000_000 });
        using var child = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "broadsheet"), ["decode"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await child.StandardInput.WriteAsync(order);
        child.StandardInput.Close();
        var (most, time) = (0L, TimeSpan.Zero);
        var answer = child.StandardOutput.ReadToEndAsync();
        while (!child.HasExited)
        {
            child.Refresh();
            try { (most, time) = (Math.Max(most, child.PeakWorkingSet64), child.TotalProcessorTime); }
            catch (InvalidOperationException) { break; }
            await Task.Delay(2);
        }

        Assert.Contains("TooLongASide", await answer);
        Assert.InRange(time, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
        Assert.InRange(most, 1, 200_000_000);
    }

    [Fact]
    public async Task The_child_cannot_take_more_memory_than_it_is_given()
    {
        // Interlaced, so that libvips must hold all 36 megapixels at once: 108 MB.
        var png = TestPicture.Write(image => image.PngsaveBuffer(interlace: true), 6000, 6000);
        var poor = new PictureDecoder(60_000_000, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));

        var refused = await Assert.ThrowsAsync<PictureRefusedException>(async () => await poor.InspectAsync(await Write(png), PictureFormat.Png, First()));

        Assert.Equal(PictureProblem.TooHeavy, refused.Problem);
        Assert.Equal(6000, (await Inspect(png, PictureFormat.Png)).Width);
    }

    [Fact]
    public async Task The_child_is_ended_when_its_time_is_over()
    {
        var hurried = new PictureDecoder(PictureLimits.DecoderBytes, TimeSpan.FromMilliseconds(60), TimeSpan.FromSeconds(30));

        var refused = await Assert.ThrowsAsync<PictureRefusedException>(async () =>
            await hurried.InspectAsync(await Write(TestPicture.Jpeg(6000, 4000)), PictureFormat.Jpeg, First()));

        Assert.Equal(PictureProblem.TookTooLong, refused.Problem);
    }

    [Fact]
    public async Task A_file_cut_short_is_damaged()
    {
        var jpeg = TestPicture.Write(image => image.Add(Image.Gaussnoise(600, 400, sigma: 30)).Cast(Enums.BandFormat.Uchar).JpegsaveBuffer());

        foreach (var length in new[] { 20, jpeg.Length / 3, jpeg.Length - 2000 })
        {
            var refused = await Assert.ThrowsAsync<PictureRefusedException>(() => Inspect(jpeg[..length]));
            Assert.Equal(PictureProblem.Damaged, refused.Problem);
        }
    }

    [Fact]
    public async Task A_gif_of_many_frames_costs_one_of_them()
    {
        using var frame = TestPicture.Drawn(200, 200);
        using var strip = Image.Arrayjoin([.. Enumerable.Range(0, 400).Select(i => frame.Linear([i / 400.0], [i % 50]).Cast(Enums.BandFormat.Uchar))], across: 1);
        var gif = strip.Mutate(mutable => mutable.Set(GValue.GIntType, "page-height", 200)).GifsaveBuffer();
        using (var all = Image.GifloadBuffer(gif, n: -1)) Assert.True(all.Height > 200 * 100, "libvips merged the frames: the test would prove nothing.");

        var facts = await Inspect(gif, PictureFormat.Gif);

        Assert.Equal((200, 200), (facts.Width, facts.Height));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")]
    [InlineData("%PDF-1.7")]
    [InlineData("push graphic-context\nviewbox 0 0 640 480")]
    [InlineData("GIF88a not a gif")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    public void What_is_not_a_picture_is_known_by_its_first_bytes(string content) =>
        Assert.Null(PictureFormats.Of(Encoding.ASCII.GetBytes(content)));

    [Fact]
    public async Task The_child_reads_nothing_but_the_format_it_was_told()
    {
        var svg = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><rect width='90' height='90'/></svg>");

        foreach (var format in Enum.GetValues<PictureFormat>())
            await Assert.ThrowsAsync<PictureRefusedException>(() => Inspect(svg, format));

        await Assert.ThrowsAsync<PictureRefusedException>(() => Inspect(TestPicture.Png(60, 60), PictureFormat.Jpeg));
    }

    private static RenditionOrder First(string file = "/dev/null") => new(file, RenditionFormat.Jpeg, 320, null, 50, 50);

    private async Task<PictureFacts> Inspect(byte[] bytes, PictureFormat format = PictureFormat.Jpeg) =>
        await decoder.InspectAsync(await Write(bytes), format, First(Path.Combine(folder, Path.GetRandomFileName())));

    private async Task<string> Make(byte[] bytes, PictureFormat format, RenditionOrder order)
    {
        var made = Path.Combine(folder, $"{Guid.NewGuid()}.{order.Format.Extension()}");
        await decoder.MakeAsync(await Write(bytes), format, [order with { File = made }]);
        return made;
    }

    private async Task<string> Write(byte[] bytes)
    {
        var file = Path.Combine(folder, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(file, bytes);
        return file;
    }
}
