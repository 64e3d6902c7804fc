using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Bulk;
using Broadsheet.Planning;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Planning;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Bulk;

/// <summary>Many stories at once: looked for, shown, done and taken back, as an editor without script does it.</summary>
public sealed class BulkTests
{
    private static readonly string[] Switches = ["MatchesCase", "WholeWords", "FollowsCase", "Quotations"];

    [Theory, OnBoth]
    public async Task Words_are_replaced_where_they_were_ticked_and_all_of_it_is_taken_back(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var draft = await newsroom.DraftAsync("Wenbin speaks");
        var quiet = await newsroom.PublishAsync(await newsroom.DraftAsync("Wenbin said no"));
        var open = await newsroom.PublishAsync(await newsroom.DraftAsync("Wenbin said yes"));
        // Somebody is half through a draft of a story that is out: her words must not go out with the replaced ones.
        await WriteAsync(newsroom, open, content => content with { Standfirst = "Not for readers yet" });

        var act = (await editor.SubmitAsync("/newsroom/bulk", ("Find", "Wenbin"), ("Replace", "Wang"), ("MatchesCase", "true"), ("WholeWords", "true"))).Headers.Location!.OriginalString;
        await FlashTests.RunJobsAsync(newsroom);
        var page = await editor.ReadAsync(act);
        Assert.Contains("<del>Wenbin</del><ins>Wang</ins> said no", page);
        Assert.Equal("Wenbin said no", (await newsroom.ReloadAsync(quiet)).Headline);
        var lines = await newsroom.AskAsync(newspaper => newspaper.BulkLines.ToDictionaryAsync(row => row.ArticleId, row => $"{row.Id}"));
        Assert.Equal(3, lines.Count);

        (string, string)[] ticks = [.. lines.Values.Select(id => ("seen", id)), .. lines.Values.Select(id => ("chosen", id)), .. lines.Values.Select(id => ("place", $"{id}.0")), ("shown", lines[open.Id])];
        Assert.Contains("Say why.", await (await editor.SubmitAsync($"{act}/application", ticks)).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync($"{act}/application", [.. ticks, ("Reason", "The family name is Wang")])).StatusCode);
        await FlashTests.RunJobsAsync(newsroom);

        var (one, two, three) = (await newsroom.ReloadAsync(draft), await newsroom.ReloadAsync(quiet), await newsroom.ReloadAsync(open));
        Assert.Equal(("Wang speaks", "Wang said no", "Wenbin said no"), (one.WorkingHeadline, two.WorkingHeadline, two.Headline));
        Assert.Equal(("Wang said yes", "", "Not for readers yet"), (three.Headline, three.Standfirst, three.Draft.Content.Standfirst));
        var made = await newsroom.AskAsync(newspaper => newspaper.ArticleVersions.Where(row => row.ArticleId == open.Id).OrderBy(row => row.Number).ToListAsync());
        Assert.Equal("The family name is Wang", made[^1].Reason);
        Assert.All(made, version => Assert.True(version.IsIntact(open.PublicId, made.ElementAtOrDefault(version.Number - 2))));

        await WriteAsync(newsroom, draft, content => content with { Headline = "Wang speaks twice" });
        await editor.SubmitAsync($"{act}/removal");
        await FlashTests.RunJobsAsync(newsroom);
        Assert.Equal(("Wang speaks twice", "Wenbin said no"), ((await newsroom.ReloadAsync(draft)).WorkingHeadline, (await newsroom.ReloadAsync(quiet)).WorkingHeadline));
        Assert.Equal(("Wenbin said yes", "Not for readers yet"), ((await newsroom.ReloadAsync(open)).Headline, (await newsroom.ReloadAsync(open)).Draft.Content.Standfirst));
        var back = await editor.ReadAsync(act);
        Assert.Contains("Not taken back: somebody has written in it since", back);
        Assert.Contains("One story could not be taken back.", back);
        Assert.Equal(BulkState.TakenBack, await newsroom.AskAsync(newspaper => newspaper.BulkActs.Select(row => row.State).SingleAsync()));
    }

    [Fact]
    public async Task Stories_of_a_list_get_the_same_stage_and_hands_and_what_was_written_in_meanwhile_is_left()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var member = (await newsroom.HireAsync(Role.Reporter)).Id;
        var stories = new[] { await newsroom.DraftAsync("One"), await newsroom.DraftAsync("Two"), await newsroom.DraftAsync("Three") };

        Assert.Contains("Change 2 stories", await editor.ReadAsync($"/newsroom/bulk/new?id={stories[0].Id}&id={stories[1].Id}"));
        Assert.Contains("Choose what to change.", await (await editor.SubmitAsync("/newsroom/bulk", ("Scope", ""), ("Ids", $"{stories[0].Id}"))).Content.ReadAsStringAsync());
        var act = (await editor.SubmitAsync("/newsroom/bulk", ("Scope", ""), ("Ids", $"{stories[0].Id},{stories[1].Id}"), ("AssignTo", $"{member}"), ("MoveTo", "review"))).Headers.Location!.OriginalString;
        await FlashTests.RunJobsAsync(newsroom);
        await editor.SubmitAsync($"{act}/application", ("Reason", "Handed over"));
        await FlashTests.RunJobsAsync(newsroom);

        Assert.Equal([member, member, null], await newsroom.AskAsync(newspaper => newspaper.Articles.OrderBy(row => row.Id).Select(row => row.AssignedTo).ToListAsync()));
        Assert.Equal("review", (await newsroom.AskAsync(newspaper => newspaper.ShowPlanAsync(stories[0].Id, default))).Stage);
        await editor.SubmitAsync($"{act}/removal");
        await FlashTests.RunJobsAsync(newsroom);
        Assert.Equal([null, null, null], await newsroom.AskAsync(newspaper => newspaper.Articles.OrderBy(row => row.Id).Select(row => row.AssignedTo).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Whatever_was_replaced_wherever_taken_back_it_is_what_it_was(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var chance = new Random(20261128);
        var stories = new List<(Article Article, ArticleContent Before)>();
        for (var number = 0; number < 12; number++)
        {
            var (headline, body) = (RandomStory.Text(chance), RandomStory.Body(chance));
            var story = await newsroom.DraftAsync(headline, content => content with { Standfirst = RandomStory.Text(chance), Body = body });
            if (number < 2) story = await newsroom.PublishAsync(story);
            stories.Add((story, (await newsroom.ReloadAsync(story)).Draft.Content));
        }

        foreach (var (find, with) in new[] { ("wall", "WALLS of x"), ("שלום", ""), ("a", "bab") })
        {
            (string, string)[] asked = [("Find", find), ("Replace", with), .. Switches.Where(_ => chance.Next(2) == 0).Select(name => (name, "true"))];
            var act = (await editor.SubmitAsync("/newsroom/bulk", asked)).Headers.Location!.OriginalString;
            var id = long.Parse(act.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
            await FlashTests.RunJobsAsync(newsroom);
            var lines = await newsroom.AskAsync(newspaper => newspaper.BulkLines.Where(row => row.ActId == id).ToListAsync());
            Assert.NotEmpty(lines);

            // Of the places some are ticked; of the stories out, one for readers too.
            var ticks = lines.SelectMany(line => line.Hits.Select((_, at) => ("place", $"{line.Id}.{at}"))).Where(_ => chance.Next(3) > 0);
            await editor.SubmitAsync($"{act}/application", [.. lines.SelectMany(line => new[] { ("seen", $"{line.Id}"), ("chosen", $"{line.Id}") }), ("shown", $"{lines[0].Id}"), .. ticks, ("Reason", "Tried")]);
            await FlashTests.RunJobsAsync(newsroom);
            var done = await newsroom.AskAsync(newspaper => newspaper.BulkLines.Where(row => row.ActId == id && row.Outcome == BulkOutcome.Changed).Select(row => row.ArticleId).ToListAsync());
            Assert.NotEmpty(done);
            foreach (var (article, before) in stories)
                Assert.Equal(done.Contains(article.Id), Said((await newsroom.ReloadAsync(article)).Draft.Content) != Said(before));

            await editor.SubmitAsync($"{act}/removal");
            await FlashTests.RunJobsAsync(newsroom);
            Assert.Contains("All of it was taken back.", await editor.ReadAsync(act));
            foreach (var (article, before) in stories)
            {
                var now = await newsroom.ReloadAsync(article);
                Assert.Equal(Said(before), Said(now.Draft.Content));
                if (now.IsPublished) Assert.Equal(before.Headline, now.Headline);
            }
        }
    }

    private static string Said(ArticleContent content) => System.Text.Json.JsonSerializer.Serialize(content);

    private static Task WriteAsync(Newsroom newsroom, Article article, Func<ArticleContent, ArticleContent> change) => newsroom.AskAsync(async newspaper =>
    {
        var found = await newspaper.Articles.Include(row => row.Draft).SingleAsync(row => row.Id == article.Id);
        found.SaveDraft(change(found.Draft.Content), found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        return await newspaper.SaveChangesAsync();
    });
}
