using System.Net;
using System.Net.Http.Json;
using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Pictures;

/// <summary>The library's pages as somebody without script uses them.</summary>
public class PicturePagesTests
{
    private static readonly byte[] Agency = JpegWithIptc.Of("Two presidents <b>meet</b> in Beijing.", "Aleksey Druzhinin", "Sputnik/Aleksey Druzhinin/Kremlin via REUTERS", new(2022, 2, 4));

    [Fact]
    public async Task Pictures_are_found_by_words_of_caption_and_credit()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await LibraryTests.TakeInAsync(newsroom, Agency, "agency.jpg");
        await LibraryTests.TakeInAsync(newsroom, TestPicture.Jpeg(400, 300), "harbour.jpg");
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        var found = await reporter.ReadAsync("/newsroom/pictures?q=beijing+KREMLIN");
        Assert.Contains("Two presidents &lt;b&gt;meet&lt;/b&gt; in Beijing.", found);
        Assert.DoesNotContain("harbour.jpg", found);
        Assert.Contains("harbour.jpg", await reporter.ReadAsync("/newsroom/pictures"));
        Assert.Contains("No picture has all these words.", await reporter.ReadAsync("/newsroom/pictures?q=giraffe"));

        var picker = (await (await reporter.GetAsync("/newsroom/pictures.json?q=kremlin")).Content.ReadFromJsonAsync<PictureListJson>())!;
        Assert.Equal("(Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)", Assert.Single(picker.Pictures).Credit);
        Assert.Null(picker.Next);
    }

    [Fact]
    public async Task The_form_is_filled_from_the_file_and_saves_what_is_typed()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await LibraryTests.TakeInAsync(newsroom, Agency);
        using var editor = await newsroom.AsAsync(Role.Editor);

        var page = await editor.ReadAsync(Page(picture));
        Assert.Contains("Printed as (Photo: Sputnik/Aleksey Druzhinin/Kremlin via REUTERS)", page);
        Assert.Contains("value=\"2022-02-04\"", page);

        var answer = await editor.SubmitAsync(Page(picture), Fields(picture, ("Caption", "Putin & Xi"), ("AltText", "Two men shake hands"),
            ("CreditKind", "Courtesy"), ("CreditNames", "the Kremlin"), ("CreditCreator", ""), ("CreditVia", "REUTERS"), ("TakenOn", "2022-02-05")));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await newsroom.AskAsync(newspaper => newspaper.Pictures.SingleAsync());
        Assert.Equal(("Putin & Xi", "Two men shake hands"), (saved.Caption, saved.AltText));
        Assert.Equal("(Photo: Courtesy of the Kremlin via REUTERS)", saved.Credit.Print());
        Assert.Equal(new DateOnly(2022, 2, 5), saved.TakenOn);
    }

    [Fact]
    public async Task A_click_on_the_picture_sets_the_focal_point_and_saves_the_words()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await LibraryTests.TakeInAsync(newsroom, TestPicture.Jpeg(1600, 800));
        using var editor = await newsroom.AsAsync(Role.Editor);

        await editor.SubmitAsync(Page(picture), Fields(picture, ("Caption", "Quay"), ("Focal.x", "80"), ("Focal.y", "120"), ("FocalX", "50"), ("FocalY", "50")));

        var saved = await newsroom.AskAsync(newspaper => newspaper.Pictures.SingleAsync());
        Assert.Equal((25, 75, "Quay"), (saved.FocalX, saved.FocalY, saved.Caption));
    }

    [Fact]
    public async Task Two_people_cannot_overwrite_each_other_unawares()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await LibraryTests.TakeInAsync(newsroom, Agency);
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.SubmitAsync(Page(picture), Fields(picture, ("Caption", "Hers")));

        var late = await editor.SubmitAsync(Page(picture), Fields(picture, ("Caption", "His")));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("Somebody else changed this picture meanwhile.", html);
        Assert.Contains("His", html);
        Assert.Equal("Hers", (await newsroom.AskAsync(newspaper => newspaper.Pictures.SingleAsync())).Caption);
    }

    [Fact]
    public async Task A_wrong_day_is_refused_and_what_was_typed_is_kept()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await LibraryTests.TakeInAsync(newsroom, Agency);
        using var editor = await newsroom.AsAsync(Role.Editor);

        var answer = await editor.SubmitAsync(Page(picture), Fields(picture, ("Caption", "Kept words"), ("TakenOn", "yesterday")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Write the day as 2022-02-04.", html);
        Assert.Contains("Kept words", html);
    }

    [Fact]
    public async Task Letting_a_picture_out_without_credit_needs_an_editor_and_a_reason_that_is_logged()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await LibraryTests.TakeInAsync(newsroom, TestPicture.Jpeg(400, 300));
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var act = $"{Page(picture)}/credit-override";

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync(act, ("Reason", "because"))).StatusCode);
        Assert.Contains("Say why it may go out without a credit.", await (await editor.SubmitAsync(act, ("Reason", "  "))).Content.ReadAsStringAsync());
        Assert.False((await newsroom.AskAsync(newspaper => newspaper.Pictures.SingleAsync())).HasCredit);

        await editor.SubmitAsync(act, ("Reason", "Found on the pier; owner sought."));

        Assert.True((await newsroom.AskAsync(newspaper => newspaper.Pictures.SingleAsync())).HasCredit);
        var entry = await newsroom.AskAsync(newspaper => newspaper.AuditEntries.SingleAsync(one => one.Act == "credit-override"));
        Assert.Equal(($"picture/{picture.PublicId}", "Found on the pier; owner sought."), (entry.Which, entry.Reason));
        Assert.Contains("Found on the pier; owner sought.", await editor.ReadAsync(Page(picture)));
    }

    [Fact]
    public async Task A_reporter_changes_her_own_pictures_alone()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await LibraryTests.TakeInAsync(newsroom, Agency);
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        Assert.DoesNotContain("Set the focal point", await reporter.ReadAsync(Page(picture)));
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync(Page(picture), Fields(picture, ("Caption", "Mine")))).StatusCode);
    }

    [Fact]
    public async Task The_original_is_handed_out_to_staff_as_it_came_and_to_nobody_else()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = await LibraryTests.TakeInAsync(newsroom, Agency, "Пекин \"1\".jpg");
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        var answer = await reporter.GetAsync($"{Page(picture)}/original");

        Assert.Equal(Agency, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.NotEqual(HttpStatusCode.OK, (await newsroom.Client.GetAsync($"{Page(picture)}/original")).StatusCode);
    }

    private static string Page(Picture picture) => $"/newsroom/pictures/{picture.Id}";

    private static (string, string)[] Fields(Picture picture, params (string Name, string Value)[] typed)
    {
        var fields = new Dictionary<string, string> { ["Stamp"] = picture.Stamp.ToString(), ["CreditKind"] = "Photographer" };
        foreach (var (name, value) in typed) fields[name] = value;
        return [.. fields.Select(field => (field.Key, field.Value))];
    }
}
