using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Notices;
using Broadsheet.Sections;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Broadsheet.Webhooks;
using Broadsheet.Webhooks.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Webhooks;

public sealed class WebhookTests
{
    [Fact]
    public void The_signature_is_that_of_the_scheme() =>
        // The example that the scheme's libraries test themselves with.
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSecret.Sign(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}"));

    [Theory, OnBoth]
    public async Task What_is_sent_says_what_happened_to_which_story(On on)
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await WebhookNewsroom.OpenAsync(on, wire);
        await newsroom.ReceiverAsync(wire);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        newsroom.Wait(TimeSpan.FromSeconds(61));
        await newsroom.UpdateAsync(story, "Harbour wall fell");
        await newsroom.AskAsync(async newspaper =>
        {
            var correction = new Correction(await newspaper.Articles.SingleAsync(), CorrectionKind.Correction, "It was the west wall.", 2, 0, newsroom.Clock.GetUtcNow());
            newspaper.Corrections.Add(correction);
            await newspaper.SaveChangesAsync();
            correction.Amend(CorrectionKind.Clarification, "It was the western wall.", "Words", 1, 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });
        await newsroom.WithdrawAsync(story, WithdrawalKind.Legal);
        await newsroom.SendAsync();

        Assert.Equal(["article.published", "article.updated", "article.corrected", "article.corrected", "article.withdrawn"], wire.Letters.Select(letter => letter.Type));
        var first = wire.Letters.First().Json;
        Assert.Equal(wire.Letters.First().Id, (string?)first["id"]);
        Assert.InRange((DateTimeOffset)first["occurred"]!, newsroom.Clock.GetUtcNow().AddMinutes(-5), newsroom.Clock.GetUtcNow());
        Assert.EndsWith("Z", (string?)first["occurred"]);
        Assert.Equal(story.PublicId.ToString(), (string?)first["story"]!["id"]);
        Assert.EndsWith($"/city/{story.Slug}", (string?)first["story"]!["address"]);
        Assert.StartsWith("http", (string?)first["story"]!["address"]);
        Assert.Equal(("Harbour wall falls", "", "city", 1), ((string?)first["story"]!["headline"], (string?)first["story"]!["edition"], (string?)first["story"]!["section"], (int)first["story"]!["version"]!));
        Assert.Equal("It was the west wall.", (string?)wire.Letters.ElementAt(2).Json["correction"]!["text"]);
        Assert.Equal("clarification", (string?)wire.Letters.ElementAt(3).Json["correction"]!["kind"]);
        // What the law removed is not said once more.
        Assert.Equal(("", 2), (wire.Letters.Last().Headline, (int)wire.Letters.Last().Json["story"]!["version"]!));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_told_of_what_was_taken_back(On on)
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await WebhookNewsroom.OpenAsync(on, wire);
        await newsroom.ReceiverAsync(wire);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("By mistake"));
        await newsroom.UpdateAsync(story, "By mistake still");
        await newsroom.SendAsync();
        Assert.Empty(wire.Letters);

        await newsroom.ActAsync(story, (publication, found) => publication.TakeBackAsync(found));
        newsroom.Wait(TimeSpan.FromMinutes(5));
        await newsroom.SendAsync();
        Assert.Empty(wire.Letters);

        await newsroom.PublishAsync(story);
        newsroom.Wait(TimeSpan.FromSeconds(61));
        await newsroom.SendAsync();
        Assert.Equal("article.published", Assert.Single(wire.Letters).Type);
    }

    [Fact]
    public async Task A_receiver_hears_only_what_it_wants_to()
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await WebhookNewsroom.OpenAsync(On.Sqlite, wire);
        var world = new Section(newsroom.Edition.Id, "World", "world", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Sections.Add(world));
        await newsroom.ReceiverAsync(wire, [WebhookEvent.Withdrawn, WebhookEvent.Updated], section: world.Id);

        var here = await newsroom.PublishAsync(await newsroom.DraftAsync("City story"));
        var there = await newsroom.PublishAsync(await newsroom.DraftAsync("World story", content => content with { Section = world.PublicId }));
        newsroom.Wait(TimeSpan.FromMinutes(2));
        await newsroom.WithdrawAsync(here);
        // It leaves the section: whoever listens there has to know.
        await newsroom.AskAsync(async newspaper =>
        {
            var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == there.Id);
            found.SaveDraft(found.Draft.Content with { Section = newsroom.City.PublicId }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });
        await newsroom.PublishAsync(there);
        await newsroom.WithdrawAsync(there);
        await newsroom.SendAsync();

        Assert.Equal("article.updated World story", Assert.Single(wire.Letters.Select(letter => $"{letter.Type} {letter.Headline}")));
    }

    [Fact]
    public async Task After_three_days_a_message_is_given_up_administrators_know_and_the_next_goes()
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await WebhookNewsroom.OpenAsync(On.Sqlite, wire);
        var administrator = await newsroom.HireAsync(Role.Administrator);
        await newsroom.HireAsync(Role.Publisher);
        var receiver = await newsroom.ReceiverAsync(wire);
        wire.Answer = json => (string?)json["story"]!["headline"] == "Poison" ? 400 : 204;
        var poison = await newsroom.PublishAsync(await newsroom.DraftAsync("Poison"));
        await newsroom.UpdateAsync(poison, "Harmless");
        var other = await newsroom.PublishAsync(await newsroom.DraftAsync("Other story"));
        newsroom.Wait(TimeSpan.FromSeconds(61));
        for (var hours = 0; hours < 90; hours++)
        {
            await newsroom.SendAsync();
            newsroom.Wait(TimeSpan.FromHours(1));
            // Another story is told of meanwhile: the receiver is there.
            if (hours % 24 == 1) await newsroom.UpdateAsync(other, $"Other story {hours}");
        }

        Assert.Equal(["article.updated Harmless"], wire.Taken.Where(letter => (string?)letter.Json["story"]!["id"] == poison.PublicId.ToString()).Select(letter => $"{letter.Type} {letter.Headline}"));
        Assert.InRange(wire.Letters.Count(letter => letter.Headline == "Poison"), 10, 30);
        var notice = Assert.Single(await newsroom.AskAsync(newspaper => newspaper.Notices.ToListAsync()));
        Assert.Equal((administrator.Id, "webhook-failed", "The wire"), (notice.MemberId, notice.Kind, notice.Subject));

        // Mended over there: one press, and it has it, under the id that it had.
        wire.Answer = _ => 204;
        using var browser = await newsroom.AsAsync(administrator);
        await browser.SubmitAsync($"/newsroom/webhooks/{receiver.PublicId}/replay");
        await newsroom.SendAsync();
        Assert.Single(wire.Taken, letter => letter.Headline == "Poison");
        Assert.Single(wire.Letters.Where(letter => letter.Headline == "Poison").Select(letter => letter.Id).Distinct());
    }

    [Fact]
    public async Task A_receiver_that_is_down_for_days_is_asked_seldom_then_paused_and_misses_nothing()
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await WebhookNewsroom.OpenAsync(On.Sqlite, wire);
        var administrator = await newsroom.HireAsync(Role.Administrator);
        var receiver = await newsroom.ReceiverAsync(wire);
        wire.Answer = _ => 502;
        for (var number = 0; number < 20; number++) await newsroom.PublishAsync(await newsroom.DraftAsync($"Story {number}"));
        newsroom.Wait(TimeSpan.FromSeconds(61));
        for (var minutes = 0; minutes < 60; minutes++)
        {
            await newsroom.SendAsync();
            newsroom.Wait(TimeSpan.FromMinutes(1));
        }
        // Twenty stories, one receiver: it is asked as if there were one.
        Assert.InRange(wire.Letters.Count, 5, 15);

        for (var hours = 0; hours < 125; hours++)
        {
            if (hours % 24 == 0) await newsroom.PublishAsync(await newsroom.DraftAsync($"Day {hours / 24}"));
            await newsroom.SendAsync();
            newsroom.Wait(TimeSpan.FromHours(1));
        }
        Assert.NotNull((await newsroom.ReloadAsync(receiver)).PausedAt);
        Assert.Contains("webhook-paused", await newsroom.AskAsync(newspaper => newspaper.Notices.Select(row => row.Kind).ToListAsync()));

        wire.Answer = _ => 204;
        await newsroom.PublishAsync(await newsroom.DraftAsync("While it was away"));
        newsroom.Wait(TimeSpan.FromHours(1));
        await newsroom.SendAsync();
        Assert.Empty(wire.Taken);
        using var browser = await newsroom.AsAsync(administrator);
        await browser.SubmitAsync($"/newsroom/webhooks/{receiver.PublicId}/resumption");
        await browser.SubmitAsync($"/newsroom/webhooks/{receiver.PublicId}/replay");
        await newsroom.SendAsync();
        Assert.Equal(27, wire.Taken.Select(letter => letter.Id).Distinct().Count());
        Assert.Equal(27, wire.Taken.Count);
    }

    [Fact]
    public async Task Both_secrets_sign_for_a_day()
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await WebhookNewsroom.OpenAsync(On.Sqlite, wire);
        var before = await newsroom.ReceiverAsync(wire);
        await newsroom.AskAsync(async newspaper =>
        {
            (await newspaper.WebhookReceivers.SingleAsync()).Rotate(newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });
        var after = await newsroom.ReloadAsync(before);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        newsroom.Wait(TimeSpan.FromSeconds(61));
        await newsroom.SendAsync();
        Assert.True(wire.Letters.Last().IsSignedWith(before.Secret) && wire.Letters.Last().IsSignedWith(after.Secret));

        newsroom.Wait(TimeSpan.FromDays(1));
        await newsroom.UpdateAsync(story, "Later");
        await newsroom.SendAsync();
        Assert.Equal((false, true), (wire.Letters.Last().IsSignedWith(before.Secret), wire.Letters.Last().IsSignedWith(after.Secret)));
    }

    [Theory, OnBoth]
    public async Task What_is_older_than_thirty_days_is_removed_with_its_log(On on)
    {
        await using var wire = await Wire.StartAsync();
        await using var newsroom = await WebhookNewsroom.OpenAsync(on, wire);
        await newsroom.ReceiverAsync(wire);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        newsroom.Wait(TimeSpan.FromDays(29));
        await newsroom.UpdateAsync(story, "Younger");
        await newsroom.SendAsync();
        newsroom.Wait(TimeSpan.FromDays(2));
        await newsroom.App.Services.GetServices<IHostedService>().OfType<WebhookClearing>().Single().ClearAsync(TestContext.Current.CancellationToken);

        Assert.Equal("article.updated", Assert.Single(await newsroom.DeliveriesAsync()).Message.Type);
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.WebhookAttempts.CountAsync()));
    }
}
