using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Pictures;

/// <summary>The library in a real browser: many files with their progress, and the focal point by a click.</summary>
public class PictureBrowserTests
{
    private static readonly byte[] Agency = JpegWithIptc.Of(
        "Two presidents meet in Beijing.", "Aleksey Druzhinin", "Sputnik/Aleksey Druzhinin/Kremlin via REUTERS", new(2022, 2, 4));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_editor_adds_pictures_and_marks_what_matters(bool withScript)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        await using var chromium = await Chromium.StartAsync();
        var page = await SignedInAsync(newsroom, editor, chromium, withScript);
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error") problems.Add(message.Text); };

        await page.GotoAsync("/newsroom/pictures");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload[]
        {
            new() { Name = "beijing.jpg", MimeType = "image/jpeg", Buffer = Agency },
            new() { Name = "quay.jpg", MimeType = "image/jpeg", Buffer = TestPicture.Jpeg(1600, 800) },
            new() { Name = "notes.jpg", MimeType = "image/jpeg", Buffer = "notes"u8.ToArray() },
        });
        await page.ClickAsync("text=Upload");

        var lines = page.Locator(".uploaded li");
        await Assertions.Expect(lines).ToHaveCountAsync(3);
        await Assertions.Expect(lines.Filter(new() { HasText = "notes.jpg" })).ToContainTextAsync("This is not a picture we can read.");
        await Assertions.Expect(lines.Filter(new() { HasText = "quay.jpg" })).ToContainTextAsync("ay whose it is");

        await lines.Filter(new() { HasText = "quay.jpg" }).Locator("a").ClickAsync();
        await page.FillAsync("[name=Caption]", "The quay at dawn");
        await page.Locator("input[type=image]").ClickAsync(new() { Position = new() { X = 80, Y = 120 } });
        await Assertions.Expect(page.Locator("[name=FocalX]")).ToHaveValueAsync("25");

        var quay = await newsroom.AskAsync(newspaper => newspaper.Pictures.SingleAsync(picture => picture.FileName == "quay.jpg"));
        Assert.Equal((25, 75, "The quay at dawn"), (quay.FocalX, quay.FocalY, quay.Caption));
        Assert.DoesNotContain(problems, problem => problem.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private static async Task<IPage> SignedInAsync(Newsroom newsroom, StaffBrowser staff, Chromium chromium, bool withScript)
    {
        var address = Chromium.AddressOf(newsroom);
        var context = await chromium.NewContextAsync(new() { BaseURL = address, JavaScriptEnabled = withScript });
        await context.AddCookiesAsync([.. staff.Cookies.Select(cookie => new Cookie { Name = cookie.Key, Value = cookie.Value, Url = address.Replace("http:", "https:", StringComparison.Ordinal), Secure = true })]); // Chromium itself takes them over http on localhost; its protocol does not.
        return await context.NewPageAsync();
    }
}
