using System.Text.Json;
using System.Text.RegularExpressions;
using Broadsheet.Editions;
using Broadsheet.Newsletters;
using Broadsheet.Readers;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Readers;

/// <summary>Promise 19, and what a reader does on her own page.</summary>
public sealed class ReaderSignInTests
{
    [Theory, OnBoth]
    public async Task A_link_opens_only_where_it_was_asked_for_a_code_has_few_tries_and_the_page_gives_and_forgets_everything(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await OpenAsync(postbox, on, machine => machine with { Readers = new() { MailsToAddress = 50 } });
        var (tide, rain) = (new Newsletter(newsroom.Edition.Id, "The Morning Tide", "tide", 0), new Newsletter(newsroom.Edition.Id, "Rain", "rain", 1));
        await newsroom.ChangeAsync(newspaper => newspaper.Newsletters.AddRange(tide, rain));
        using var desk = ReaderIn(newsroom);
        using var telephone = ReaderIn(newsroom);

        async Task<MimeKit.MimeMessage> AskAsync(Accounts.StaffBrowser browser, string address)
        {
            var form = Hidden(await browser.ReadAsync("/sign-in"), "form");
            newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
            var answer = await browser.SubmitAsync("/sign-in", ("address", address), ("form", form));
            Assert.Equal("/sign-in/code", answer.Headers.Location?.OriginalString);
            Assert.Contains(address, System.Net.WebUtility.HtmlDecode(await browser.ReadAsync("/sign-in/code")));
            return (await newsroom.MailsAsync(postbox))[^1];
        }
        static string CodeIn(MimeKit.MimeMessage mail) => Regex.Match(mail.Subject!, "[0-9]{6}").Value;

        // Nobody has a cookie before she asks, and asking from elsewhere asks nothing.
        Assert.False((await desk.GetAsync("/sign-in")).Headers.Contains("Set-Cookie"));
        Assert.Equal("/sign-in", (await desk.GetAsync("/account")).Headers.Location?.OriginalString);
        using var elsewhere = ReaderIn(newsroom);
        elsewhere.Headers["Sec-Fetch-Site"] = "cross-site";
        var signed = Hidden(await elsewhere.ReadAsync("/sign-in"), "form");
        newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(422, (await elsewhere.SubmitAsync("/sign-in", ("address", "dana@harbour.example"), ("form", signed)).TellAsync()).Status);
        Assert.Empty(await newsroom.MailsAsync(postbox));

        // By the link, in the browser that asked alone; scanners change nothing.
        var mail = await AskAsync(desk, "Dana@harbour.example");
        var link = LinkIn(mail);
        await newsroom.Client.SendAsync(new(HttpMethod.Head, link));
        Assert.Contains("browser that asked", (await telephone.GetAsync(link).TellAsync()).Text);
        var key = ("key", Hidden(await desk.ReadAsync(link), "key"));
        Assert.NotEqual("", key.Item2);
        Assert.Equal(410, (await telephone.SubmitAsync("/sign-in/link", ("key", Regex.Match(link, "key=([^&]+)").Groups[1].Value)).TellAsync()).Status);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Readers.CountAsync()));
        Assert.Equal("/account", (await desk.SubmitAsync("/sign-in/link", key)).Headers.Location?.OriginalString);
        Assert.Equal(410, (await desk.SubmitAsync("/sign-in/link", key).TellAsync()).Status);
        Assert.Equal(["__Host-reader"], desk.Cookies.Keys);
        var known = await newsroom.AskAsync(newspaper => newspaper.Readers.SingleAsync());

        // By the code: spaces are borne, five wrong ones spend it, ten minutes too. An address that is known is asked the same.
        mail = await AskAsync(telephone, "dana@harbour.example");
        var wrong = CodeIn(mail) == "000000" ? "000001" : "000000";
        for (var tries = 1; tries < 5; tries++) Assert.Equal(422, (await telephone.SubmitAsync("/sign-in/code", ("code", wrong)).TellAsync()).Status);
        Assert.Equal(410, (await telephone.SubmitAsync("/sign-in/code", ("code", wrong)).TellAsync()).Status);
        Assert.Equal(410, (await telephone.SubmitAsync("/sign-in/code", ("code", CodeIn(mail))).TellAsync()).Status);
        mail = await AskAsync(telephone, "dana@harbour.example");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(410, (await telephone.SubmitAsync("/sign-in/code", ("code", CodeIn(mail))).TellAsync()).Status);
        mail = await AskAsync(telephone, "dana@harbour.example");
        Assert.Equal(410, (await desk.SubmitAsync("/sign-in/code", ("code", CodeIn(mail))).TellAsync()).Status);
        Assert.Equal("/account", (await telephone.SubmitAsync("/sign-in/code", ("code", CodeIn(mail).Insert(3, " ")))).Headers.Location?.OriginalString);
        Assert.Equal(known.Id, (await newsroom.AskAsync(newspaper => newspaper.Readers.SingleAsync())).Id);

        // Her page: of her alone, and nothing happens to it without the key that stands on it.
        var answer = await desk.GetAsync("/account");
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        var page = await answer.Content.ReadAsStringAsync();
        var mine = ("key", Hidden(page, "key"));
        (string, string)[] choice = [("shown", $"{tide.PublicId}"), ("shown", $"{rain.PublicId}"), ("newsletter", $"{rain.PublicId}")];
        Assert.Equal(400, (await desk.SubmitAsync("/account/newsletters", choice).TellAsync()).Status);
        desk.Headers["Sec-Fetch-Site"] = "same-site";
        Assert.Equal(400, (await desk.SubmitAsync("/account/newsletters", [.. choice, mine]).TellAsync()).Status);
        desk.Headers["Sec-Fetch-Site"] = "same-origin";
        Assert.Equal("/account?done=newsletters", (await desk.SubmitAsync("/account/newsletters", [.. choice, mine])).Headers.Location?.OriginalString);
        Assert.Contains($"value=\"{rain.PublicId}\" checked", await desk.ReadAsync("/account?done=newsletters"));
        Assert.Equal("/account?done=newsletters", (await desk.SubmitAsync("/account/newsletters", ("shown", $"{tide.PublicId}"), ("newsletter", $"{tide.PublicId}"), mine)).Headers.Location?.OriginalString);

        // In which language the paper speaks to her: its page is drawn whole on a paper that has several.
        var hebrew = new Edition("he", "דואר הנמל", "he", "Europe/London", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Add(hebrew));
        Assert.Contains($"value=\"{hebrew.PublicId}\"", await desk.ReadAsync("/account"));
        Assert.Equal("/account?done=edition", (await desk.SubmitAsync("/account/edition", ("edition", $"{hebrew.PublicId}"), mine)).Headers.Location?.OriginalString);
        Assert.Contains("dir=\"rtl\"", await desk.ReadAsync("/account"));
        await desk.SubmitAsync("/account/edition", ("edition", $"{newsroom.Edition.PublicId}"), mine);

        // Everything, to take along.
        var export = JsonDocument.Parse(await desk.ReadAsync("/account/export.json")).RootElement;
        Assert.Equal("Dana@harbour.example", export.GetProperty("address").GetString());
        Assert.Equal(2, export.GetProperty("sessions").GetArrayLength());
        Assert.Equal(["Rain BySignIn", "The Morning Tide BySignIn"], export.GetProperty("newsletters").EnumerateArray().Select(one => $"{one.GetProperty("newsletter")} {one.GetProperty("consents")[0].GetProperty("how")}"));

        // A session ends from another browser, and from its own.
        var other = Regex.Match(await desk.ReadAsync("/account"), "/account/sessions/([^/]+)/end").Groups[1].Value;
        await desk.SubmitAsync($"/account/sessions/{other}/end", mine);
        Assert.Equal("/sign-in", (await telephone.GetAsync("/account")).Headers.Location?.OriginalString);
        Assert.Contains(known.TypedAddress, await desk.ReadAsync("/account/erasure"));
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Readers.CountAsync()));

        // Forgotten: her address stands in no table any more, and the newsletters go on.
        await AskAsync(telephone, "dana@harbour.example");
        Assert.NotEmpty(await WhereAsync(newsroom, "dana@harbour.example"));
        Assert.Contains("We have forgotten you", (await desk.SubmitAsync("/account/erasure", mine).TellAsync()).Text);
        Assert.Empty(desk.Cookies);
        Assert.Empty(await WhereAsync(newsroom, "dana@harbour.example"));
        Assert.Equal((0, 0, 2), (await newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync()), await newsroom.AskAsync(newspaper => newspaper.Set<Consent>().CountAsync()), await newsroom.AskAsync(newspaper => newspaper.Newsletters.CountAsync())));
    }

    // Every column of every table.
    internal static async Task<List<string>> WhereAsync(Newsroom newsroom, string address) => await newsroom.AskAsync(async newspaper =>
    {
        var hash = Convert.ToHexStringLower(ReaderAddress.HashOf(address));
        var found = new List<string>();
        await newspaper.Database.OpenConnectionAsync();
        foreach (var table in newspaper.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct())
        {
            await using var command = newspaper.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    var text = rows.GetValue(i) is byte[] bytes ? Convert.ToHexStringLower(bytes) : rows.GetValue(i).ToString()!;
                    if (text.Contains(address, StringComparison.OrdinalIgnoreCase) || text.Contains(hash, StringComparison.Ordinal)) found.Add($"{table}.{rows.GetName(i)}");
                }
            }
        }
        return found;
    });
}
