using Broadsheet.Newsletters;
using Broadsheet.Readers;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Newsletters;

/// <summary>From the form on a stored page to the list, and out of it by one click, with real mail.</summary>
public sealed class SignUpTests
{
    [Theory, OnBoth]
    public async Task Only_who_presses_three_times_and_owns_the_address_is_on_the_list_and_one_click_takes_her_off(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await OpenAsync(postbox, on);
        var tide = new Newsletter(newsroom.Edition.Id, "The Morning Tide", "tide", 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Newsletters.Add(tide));
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var dana = ReaderIn(newsroom);

        // The stored page: the same for everybody, without a cookie or a token.
        var page = await dana.GetAsync("/city/harbour-wall-falls");
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Contains("public", page.Headers.CacheControl!.ToString());
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("action=\"/by-mail\"", html);
        Assert.DoesNotContain("name=\"form\"", html);
        (string, string)[] fields = [("address", " Dana.Levi@Harbour.Example "), ("newsletter", $"{tide.PublicId}"), ("page", Hidden(html, "page"))];

        // Another site's page gets nowhere; what is typed wrong is still there.
        using var elsewhere = ReaderIn(newsroom);
        elsewhere.Headers["Sec-Fetch-Site"] = "cross-site";
        Assert.Equal(403, (await elsewhere.SubmitAsync("/by-mail", fields).TellAsync()).Status);
        var wrong = await dana.SubmitAsync("/by-mail", ("address", "dana.levi at harbour"), ("newsletter", $"{tide.PublicId}")).TellAsync();
        Assert.Equal(422, wrong.Status);
        Assert.Contains("value=\"dana.levi at harbour\"", wrong.Text);

        var second = await dana.SubmitAsync("/by-mail", fields);
        Assert.Equal("no-store, private", second.Headers.CacheControl!.ToString());
        var agreed = ("form", Hidden(await second.Content.ReadAsStringAsync(), "form"));
        Assert.Contains("faster than we can believe", (await dana.SubmitAsync("/by-mail/request", agreed).TellAsync()).Text);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(403, (await elsewhere.SubmitAsync("/by-mail/request", agreed).TellAsync()).Status);
        Assert.Empty(await newsroom.MailsAsync(postbox));
        for (var press = 0; press < 2; press++) Assert.Contains("A mail is on its way to Dana.Levi@harbour.example", (await dana.SubmitAsync("/by-mail/request", agreed).TellAsync()).Text);

        var mail = Assert.Single(await newsroom.MailsAsync(postbox));
        Assert.Equal("Dana.Levi@harbour.example", mail.To.Mailboxes.Single().Address);
        var link = LinkIn(mail);
        // A scanner opens everything, twice, with both methods.
        for (var look = 0; look < 2; look++)
        {
            Assert.Contains("The Morning Tide", (await dana.GetAsync(link).TellAsync()).Text);
            await elsewhere.SendAsync(new(HttpMethod.Head, link));
        }
        Assert.Equal((0, 0), (await newsroom.AskAsync(newspaper => newspaper.Readers.CountAsync()), await newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync())));

        var key = ("key", Hidden((await dana.GetAsync(link).TellAsync()).Text, "key"));
        Assert.Equal(410, (await elsewhere.SubmitAsync("/by-mail/confirmation", key).TellAsync()).Status);
        var done = await dana.SubmitAsync("/by-mail/confirmation", key);
        Assert.Equal(200, (int)done.StatusCode);
        Assert.Empty(dana.Cookies);
        Assert.Equal(410, (await dana.SubmitAsync("/by-mail/confirmation", key).TellAsync()).Status);
        var (reader, subscription) = (await newsroom.AskAsync(newspaper => newspaper.Readers.SingleAsync()), await newsroom.AskAsync(newspaper => newspaper.Subscriptions.Include(row => row.Consents).SingleAsync()));
        Assert.Equal(("dana.levi@harbour.example", "Dana.Levi@harbour.example", newsroom.Edition.Id), (reader.Address, reader.TypedAddress, reader.EditionId));
        var consent = Assert.Single(subscription.Consents);
        Assert.Equal((Confirmed.ByMail, "/city/harbour-wall-falls", true), (consent.How, consent.Page, subscription.IsActive));
        Assert.Contains("I want to receive The Morning Tide from The Harbour Post by mail at Dana.Levi@harbour.example.", consent.Text);

        // Leaving: the page asks, the mail program's own POST does it, with no cookie and no origin.
        var leave = new Uri(newsroom.App.Services.GetRequiredService<LeavingLinks>().Of(subscription, newsroom.Edition)).PathAndQuery;
        Assert.Contains("Leave this newsletter?", (await dana.GetAsync(leave).TellAsync()).Text);
        Assert.True((await newsroom.AskAsync(newspaper => newspaper.Subscriptions.SingleAsync())).IsActive);
        Assert.Equal(404, (int)(await newsroom.Client.PostAsync("/unsubscribe?key=AAAA", null)).StatusCode);
        for (var press = 0; press < 2; press++)
            Assert.Equal(200, (int)(await newsroom.Client.PostAsync(leave, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]))).StatusCode);
        var ended = await newsroom.AskAsync(newspaper => newspaper.Subscriptions.SingleAsync());
        Assert.Equal((false, Ending.Link), (ended.IsActive, ended.Ending!.Value));

        // Who complained is written to no more, and whoever types her address learns nothing.
        await newsroom.ChangeAsync(newspaper => newspaper.Suppressions.Add(new(ReaderAddress.HashOf("dana.levi@harbour.example"), SuppressedFor.Complaint, newsroom.Clock.GetUtcNow())));
        agreed = ("form", Hidden(await (await dana.SubmitAsync("/by-mail", fields)).Content.ReadAsStringAsync(), "form"));
        newsroom.Clock.Advance(TimeSpan.FromDays(2));
        var late = await dana.SubmitAsync("/by-mail/request", agreed).TellAsync();
        Assert.Contains("had been open for too long", late.Text);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await dana.SubmitAsync("/by-mail/request", ("form", Hidden(late.Text, "form"))).TellAsync()).Status);
        Assert.Single(await newsroom.MailsAsync(postbox));
    }

    [Theory]
    [InlineData("Ruth@Exämple.org", "ruth@xn--exmple-cua.org")]
    [InlineData("o'brien+news@sub.example.org", "o'brien+news@sub.example.org")]
    [InlineData("ruth@localhost", null)]
    [InlineData("ruth@example.org, tom@example.org", null)]
    [InlineData("ruth@example.org\r\nBcc: tom@example.org", null)]
    [InlineData("\"ruth\"@example.org", null)]
    [InlineData("rüth@example.org", null)]
    [InlineData("ruth@exa_mple.org", null)]
    [InlineData("ruth@-.org", null)]
    [InlineData("@example.org", null)]
    [InlineData("ruth.@example.org", null)]
    public void An_address_has_one_normal_form_or_is_none(string typed, string? normal) => Assert.Equal(normal, ReaderAddress.Read(typed)?.Normal);
}
