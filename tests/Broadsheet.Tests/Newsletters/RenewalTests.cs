using Broadsheet.Accounts;
using Broadsheet.Giving;
using Broadsheet.Messages;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Silence;
using Broadsheet.Readers;
using Broadsheet.Settings;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Readers;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Addresses of which nothing was heard for a year: asked once, kept when she says so, and let go when she does not.</summary>
public sealed class RenewalTests
{
    [Theory, OnBoth]
    public async Task Who_was_silent_for_a_year_is_asked_once_and_kept_or_dropped(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var (tide, week) = (await newsroom.NewsletterAsync(), await newsroom.NewsletterAsync("The Week", "week"));
        var all = new Dictionary<string, Subscription>();
        foreach (var name in new[] { "stays", "goes", "returns", "signs", "gave", "gives", "loud", "left" }) all[name] = await newsroom.SubscribeAsync(tide, name);
        await newsroom.SubscribeAsync(week, "stays");
        await GiveAsync("gives", donor => new RecurringDonation("sub_1", donor, newsroom.Edition.Id));
        await newsroom.ChangeAsync(newspaper => newspaper.Suppressions.Add(new(ReaderAddress.HashOf("loud@harbour.example"), SuppressedFor.Complaint, newsroom.Clock.GetUtcNow())));
        newsroom.Clock.Advance(TimeSpan.FromDays(200));
        using var signs = ReaderBrowser.ReaderIn(newsroom);
        await signs.SignInAsync(newsroom, "signs@harbour.example");
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        await signs.ReadAsync("/account");
        // Her session is long gone when she would be asked; that she was here is known.
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.ReaderSessions.ExecuteDeleteAsync()));
        await GiveAsync("gave", donor => new Donation("test-gave", DonationRoad.Cash, new(500, "USD"), newsroom.Clock.GetUtcNow(), DateOnly.FromDateTime(newsroom.Clock.GetUtcNow().UtcDateTime), donor, newsroom.Edition.Id));
        await newsroom.ChangeAsync(newspaper => newspaper.Subscriptions.Single(row => row.Id == all["left"].Id).End(Ending.Link, newsroom.Clock.GetUtcNow()));

        await GoAsync(newsroom);
        Assert.Empty(await newsroom.MailsAsync(postbox));
        newsroom.Clock.Advance(TimeSpan.FromDays(166));
        await GoAsync(newsroom);
        await GoAsync(newsroom);
        var mails = await newsroom.MailsAsync(postbox);
        Assert.Equal(["goes", "returns", "stays"], mails.Select(NameOf).Order());
        var asked = mails.Single(mail => NameOf(mail) == "stays");
        Assert.Equal("Do you still want to hear from The Harbour Post?", asked.Subject);
        Assert.Contains("The Morning Tide, The Week", asked.TextBody);
        Assert.Contains("in 30 days", asked.TextBody);
        Assert.Contains("1 Quay, Harbour", asked.TextBody);
        await GoAsync(newsroom);

        // A scanner comes first and changes nothing; she presses the button, twice.
        using var stays = ReaderBrowser.ReaderIn(newsroom);
        var page = await stays.ReadAsync(ReaderBrowser.LinkIn(asked));
        Assert.Contains("I want to receive The Morning Tide, The Week from The Harbour Post by mail at stays@harbour.example.", page);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Renewals.CountAsync(row => row.AnsweredAt != null)));
        for (var press = 0; press < 2; press++) Assert.Contains("You stay on the list", (await KeepAsync(stays, page).TellAsync()).Text);
        var kept = await newsroom.AskAsync(newspaper => newspaper.Subscriptions.Include(row => row.Consents).SingleAsync(row => row.Id == all["stays"].Id));
        Assert.Equal(2, kept.Consents.Count);
        Assert.Equal((Confirmed.ByMail, "/by-mail/renewal"), (kept.Consents.MaxBy(one => one.At)!.How, kept.Consents.MaxBy(one => one.At)!.Page));

        newsroom.Clock.Advance(TimeSpan.FromDays(29));
        await GoAsync(newsroom);
        Assert.Equal(0, await EndedAsync());
        // Another sign of life is an answer, too.
        await GiveAsync("returns", donor => new Donation("test-returns", DonationRoad.Cash, new(500, "USD"), newsroom.Clock.GetUtcNow(), DateOnly.FromDateTime(newsroom.Clock.GetUtcNow().UtcDateTime), donor, newsroom.Edition.Id));
        newsroom.Clock.Advance(TimeSpan.FromDays(2));
        await GoAsync(newsroom);
        Assert.Equal(1, await EndedAsync());
        Assert.Equal(Ending.Silence, (await newsroom.AskAsync(newspaper => newspaper.Subscriptions.SingleAsync(row => row.Id == all["goes"].Id))).Ending);
        Assert.Equal(3, (await newsroom.MailsAsync(postbox)).Count);

        // Found after the holidays, the link still does what it says; one who left by herself it brings nothing back.
        using var goes = ReaderBrowser.ReaderIn(newsroom);
        var late = ReaderBrowser.LinkIn(mails.Single(mail => NameOf(mail) == "goes"));
        Assert.Contains("You stay on the list", (await KeepAsync(goes, await goes.ReadAsync(late)).TellAsync()).Text);
        Assert.Equal(0, await EndedAsync());
        await newsroom.ChangeAsync(newspaper => newspaper.Subscriptions.Single(row => row.Id == all["goes"].Id).End(Ending.Link, newsroom.Clock.GetUtcNow()));
        Assert.Equal(410, (await newsroom.Client.GetAsync(late).TellAsync()).Status);
        Assert.Equal(410, (await newsroom.Client.GetAsync("/by-mail/renewal?key=guessed").TellAsync()).Status);

        static Task<HttpResponseMessage> KeepAsync(StaffBrowser browser, string page) => browser.SubmitAsync("/by-mail/renewal", ("key", ReaderBrowser.Hidden(page, "key")));

        static string NameOf(MimeMessage mail) => mail.To.Mailboxes.Single().Address.Split('@')[0];

        Task<int> EndedAsync() => newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync(row => row.Ending == Ending.Silence));

        Task GiveAsync<T>(string name, Func<long, T> gift) where T : class => newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () =>
        {
            var donor = await newspaper.DonorOfAsync(ReaderAddress.Read($"{name}@harbour.example"), name, newsroom.Edition.Id, newsroom.Clock.GetUtcNow(), default);
            newspaper.Add(gift(donor.Id));
            return await newspaper.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Few_are_asked_at_once_none_while_all_mail_is_stopped_or_it_is_switched_off_and_none_is_dropped_unasked()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var tide = await newsroom.NewsletterAsync();
        for (var one = 0; one < RenewalRounds.MostAtOnce + 3; one++) await newsroom.SubscribeAsync(tide, $"reader{one}");
        newsroom.Clock.Advance(TimeSpan.FromDays(366));

        await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(new AppealStop { IsStopped = true }, 0, newsroom.Clock.GetUtcNow()));
        await GoAsync(newsroom);
        await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(new AppealStop(), 0, newsroom.Clock.GetUtcNow()));
        using var noor = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains("name=\"IsOn\" value=\"true\" checked", await noor.ReadAsync("/newsroom/newsletters"));
        await noor.SubmitAsync("/newsroom/newsletters/renewal");
        await GoAsync(newsroom);
        Assert.Equal(0, await CountAsync());
        await noor.SubmitAsync("/newsroom/newsletters/renewal", ("IsOn", "true"));
        await GoAsync(newsroom);
        Assert.Equal(RenewalRounds.MostAtOnce, await CountAsync());
        await GoAsync(newsroom);
        Assert.Equal(RenewalRounds.MostAtOnce + 3, await CountAsync());

        // The server takes no mail for two months: nobody is dropped who was not asked.
        newsroom.Clock.Advance(TimeSpan.FromDays(60));
        await GoAsync(newsroom);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync(row => row.EndedAt != null)));
        Assert.Equal(RenewalRounds.MostAtOnce + 3, (await newsroom.MailsAsync(postbox)).Count);

        Task<int> CountAsync() => newsroom.AskAsync(newspaper => newspaper.Renewals.CountAsync());
    }

    private static Task GoAsync(Newsroom newsroom) => newsroom.App.Services.GetServices<IHostedService>().OfType<RenewalRounds>().Single().GoAsync(default);
}
