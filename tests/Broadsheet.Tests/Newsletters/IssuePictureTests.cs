using Broadsheet.Accounts;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Pictures;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Pictures;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Newsletters;

/// <summary>The picture at the head of an issue.</summary>
public sealed class IssuePictureTests
{
    [Theory, OnBoth]
    public async Task It_stands_above_the_words_in_the_mail_and_on_the_web_as_long_as_it_may_be_shown(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var quay = await LibraryTests.TakeInAsync(newsroom, TestPicture.Jpeg(1600, 900));
        await newsroom.ChangeAsync(newspaper =>
        {
            var found = newspaper.Pictures.Single();
            (found.Credit, found.Caption, found.AltText) = (Credit.Parse("Dana Levi/Staff"), "The quay <at dawn>", "A quay");
            found.Remember();
        });
        using var noor = await newsroom.AsAsync(Role.Publisher);
        await noor.SubmitAsync($"/newsroom/newsletters/{tide.Id}/issues");
        var issue = await newsroom.AskAsync(newspaper => newspaper.Issues.SingleAsync());
        var path = $"/newsroom/issues/{issue.Id}";

        await noor.SubmitAsync(path, ("Subject", "High water"), ("Intro", "Good morning."), ("Picture", $"{quay.PublicId}"), ($"Place-{wall.Id}", "1"), ("Revision", $"{issue.Revision}"));
        Assert.Contains($"<option value=\"{quay.PublicId}\" selected", await noor.ReadAsync(path));
        Assert.Contains(path, await noor.ReadAsync($"/newsroom/pictures/{quay.Id}"));
        issue = await newsroom.AskAsync(newspaper => newspaper.Issues.SingleAsync());
        await noor.SubmitAsync($"{path}/sending", ("Act", "now"), ("Revision", $"{issue.Revision}"));
        await newsroom.RunJobsAsync();
        await newsroom.SendIssuesAsync();

        var mail = Assert.Single(await postbox.BulkAsync());
        Assert.Contains($"<img src=\"https://post.example/pictures/{quay.Key}/1280.jpg\" alt=\"A quay\" width=\"552\"", mail.HtmlBody);
        Assert.True(mail.HtmlBody!.IndexOf("The quay &lt;at dawn&gt; (Photo: Dana Levi/Staff)", StringComparison.Ordinal) < mail.HtmlBody.IndexOf("Good morning.", StringComparison.Ordinal));
        Assert.Contains("[The quay <at dawn> (Photo: Dana Levi/Staff)]", mail.TextBody);
        var page = $"/newsletters/tide/{issue.PublicId:N}";
        Assert.Contains($"/pictures/{quay.Key}/", await newsroom.Client.GetStringAsync(page));

        await newsroom.ChangeAsync(newspaper => { var lost = newspaper.Pictures.Single(); lost.Credit = Credit.None; lost.Remember(); });
        Assert.DoesNotContain(quay.Key, await newsroom.Client.GetStringAsync(page));
        Assert.DoesNotContain(quay.Key, await noor.ReadAsync($"{path}/preview.html"));
    }
}
