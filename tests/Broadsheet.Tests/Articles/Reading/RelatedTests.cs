using System.Text.RegularExpressions;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Tests.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Articles.Reading;

/// <summary>What stands under a story: the editors' choice, what is about the same, the newest of its section.</summary>
public sealed class RelatedTests
{
    private const string Ferry = "The ferry to Hale Island lost its rudder off Orsk Point; the ferry company says rudder and propeller will be repaired on the slipway.";

    [Theory, OnBoth]
    public async Task What_is_about_the_same_stands_before_what_is_only_new(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await PublishAsync(newsroom, "Rudder repaired", "On the slipway the rudder of the Hale Island ferry was repaired.");
        for (var n = 0; n < 6; n++) await PublishAsync(newsroom, $"Council sits {n}", $"The council voted on budget line {n} and adjourned until Monday.");
        var story = await PublishAsync(newsroom, "Ferry adrift", Ferry);

        var related = await RelatedAsync(newsroom, story);
        Assert.Equal(4, related.Length);
        Assert.Equal("Rudder repaired", related[0]);
        Assert.DoesNotContain("Ferry adrift", related);

        // The kept page knows of what came out since, and of what was taken back.
        var later = await PublishAsync(newsroom, "Propeller found", "Divers off Orsk Point found the propeller of the ferry to Hale Island; its rudder had gone before.");
        Assert.Equal(["Propeller found", "Rudder repaired"], (await RelatedAsync(newsroom, story)).Take(2).Order(StringComparer.Ordinal));
        await newsroom.ActAsync(later, (publication, found) => publication.WithdrawAsync(found, new Withdrawal(WithdrawalKind.Mistake, "Not ours.", 0, newsroom.Clock.GetUtcNow())));
        Assert.DoesNotContain("Propeller found", await RelatedAsync(newsroom, story));
    }

    [Theory, OnBoth]
    public async Task The_editors_choice_stands_first_and_shared_topics_count(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new Topic(newsroom.Edition.Id, "Tides", "tides")));
        var tides = await newsroom.AskAsync(newspaper => newspaper.Topics.Select(row => row.PublicId).SingleAsync());
        var chosen = await PublishAsync(newsroom, "Chosen", "Nothing in common at all.");
        await PublishAsync(newsroom, "On the topic", "Moon, water, sand.", content => content with { Topics = [tides] });
        for (var n = 0; n < 5; n++) await PublishAsync(newsroom, $"Budget {n}", $"Line {n} was voted.");
        var story = await PublishAsync(newsroom, "Ferry adrift", Ferry, content => content with { Related = [chosen.PublicId], Topics = [tides] });
        var sensitive = await PublishAsync(newsroom, "Two dead", Ferry, content => content with { Related = [chosen.PublicId], Topics = [tides], IsSensitive = true });

        Assert.Equal(["Chosen", "Two dead", "On the topic"], (await RelatedAsync(newsroom, story)).Take(3));
        Assert.Equal(["Chosen"], await RelatedAsync(newsroom, sensitive));
    }

    private static async Task<Article> PublishAsync(Newsroom newsroom, string headline, string text, Func<ArticleContent, ArticleContent>? change = null)
    {
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        return await newsroom.PublishAsync(await newsroom.DraftAsync(headline, content => (change ?? (same => same))(content with { Body = DraftDocument.OfText(text) })));
    }

    private static async Task<string[]> RelatedAsync(Newsroom newsroom, Article story)
    {
        var page = await newsroom.Client.GetStringAsync($"/city/{story.Slug}");
        if (page.IndexOf("related-stories", StringComparison.Ordinal) is not (>= 0 and var at)) return [];
        var list = page[at..];
        return [.. Regex.Matches(list[..list.IndexOf("</section>", StringComparison.Ordinal)], "<h3><a[^>]*>([^<]*)</a>").Select(match => match.Groups[1].Value)];
    }
}
