using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Newsletters;
using Broadsheet.Readers;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Newsletters and their lists, as the newsroom keeps them.</summary>
public sealed class SubscriberDeskTests
{
    private const string Mailchimp = """"
        "Email Address","First Name","Last Name",OPTIN_TIME,CONFIRM_TIME,NOTES
        dana@harbour.example,Dana,Levi,"2024-03-01 10:00:00","2024-03-01 10:05:00","two
        lines, with ""quotes"""
        not an address,Tom,Reed,"2024-03-01 10:00:00",,
        RUTH@harbour.example,Ruth,,"2023-01-02 03:04:05",,
        ruth@harbour.example,Ruth,,,,
        gone@harbour.example,,,"2020-01-01 00:00:00",,
        loud@harbour.example,,,"2020-01-01 00:00:00",,
        amos@harbour.example,=Amos,,yesterday,,
        """";

    private const string Ghost = "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers\r\n"
        + "1,noa@harbour.example,Noa Peretz,,true,false,,2022-05-06T07:08:09.000Z,,,\r\n2,off@harbour.example,Off,,false,false,,2022-05-06T07:08:09.000Z,,,\r\n3,dana@harbour.example,Dana,,true,false,,2021-01-01T00:00:00.000Z,,,\r\n";

    [Theory, OnBoth]
    public async Task A_newsletter_is_made_lists_come_in_with_their_consent_bad_lines_are_named_and_all_goes_out_again(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var noor = await newsroom.AsAsync(Role.Publisher);
        var refused = await noor.SubmitAsync("/newsroom/newsletters", ("Edition", $"{newsroom.Edition.Id}"), ("Name", "The Morning Tide"), ("ReplyAddress", "nobody"), ("Position", "1"));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("value=\"The Morning Tide\"", await refused.Content.ReadAsStringAsync());
        await noor.SubmitAsync("/newsroom/newsletters", ("Edition", $"{newsroom.Edition.Id}"), ("Name", "The Morning Tide"), ("ReplyAddress", "tide@harbour.example"), ("SenderName", "Mara\r\nBcc: all"), ("IsOpen", "true"), ("Position", "1"));
        var tide = await newsroom.AskAsync(newspaper => newspaper.Newsletters.SingleAsync());
        Assert.Equal(("the-morning-tide", "Mara Bcc: all", true, 0), (tide.Slug, tide.SenderName, tide.IsOpen, tide.Position));
        Assert.Equal(409, (int)(await noor.SubmitAsync($"/newsroom/newsletters/{tide.Id}", ("Revision", "999"), ("Name", "Tide"), ("Position", "1"))).StatusCode);

        var now = newsroom.Clock.GetUtcNow();
        await newsroom.ChangeAsync(newspaper => newspaper.Suppressions.Add(new(ReaderAddress.HashOf("loud@harbour.example"), SuppressedFor.Complaint, now)));
        await newsroom.AskAsync(async newspaper =>
        {
            var gone = new Reader(ReaderAddress.Read("gone@harbour.example")!, newsroom.Edition.Id, now);
            newspaper.Readers.Add(gone);
            await newspaper.SaveChangesAsync();
            var left = new Subscription(gone.Id, tide.Id);
            left.Start(new(now, Confirmed.ByMail, "/", "Yes"));
            left.End(Ending.Link, now);
            newspaper.Subscriptions.Add(left);
            return await newspaper.SaveChangesAsync();
        });

        Assert.Contains("Write how these people agreed", await ImportAsync("list.csv", Mailchimp, ""));
        Assert.Contains("has no column named", await ImportAsync("list.csv", "a,b\n1,2\n", "On our old site"));
        Assert.Contains("list.csv, line 2: a quoted field never ends", await ImportAsync("list.csv", "email,name\n\"dana@harbour.example,Dana\nnoa@harbour.example,Noa\n", "On our old site"));
        var page = await ImportAsync("list.csv", Mailchimp, "On our old site");
        Assert.Contains("2 subscribers added", page);
        string[] lines = ["<td>4</td><td><bdi>not an address</bdi></td><td>Not a mail address. Correct it.", "<td>6</td><td><bdi>ruth@harbour.example</bdi></td><td>The address stands on an earlier line.",
            "<td>7</td><td><bdi>gone@harbour.example</bdi></td><td>She left this newsletter here.", "<td>8</td><td><bdi>loud@harbour.example</bdi></td><td>Mail to this address came back", "<td>9</td><td><bdi>amos@harbour.example</bdi></td><td>“yesterday” is no time."];
        Assert.All(lines, line => Assert.Contains(line, page));
        page = await ImportAsync("ghost.csv", Ghost, "On Ghost");
        Assert.Contains("1 subscriber added", page);
        Assert.Contains("<td>3</td><td><bdi>off@harbour.example</bdi></td><td>She had left the list there.", page);
        Assert.Contains("<td>4</td><td><bdi>dana@harbour.example</bdi></td><td>She gets it already.", page);

        var dana = await newsroom.AskAsync(newspaper => newspaper.Subscriptions.Include(row => row.Consents).SingleAsync(row => newspaper.Set<Reader>().Any(reader => reader.Id == row.ReaderId && reader.Name == "Dana Levi")));
        var consent = Assert.Single(dana.Consents);
        Assert.Equal((new DateTimeOffset(2024, 3, 1, 10, 5, 0, TimeSpan.Zero), Confirmed.ByImport, "list.csv", "On our old site"), (consent.At, consent.How, consent.Page, consent.Text));

        var found = await noor.ReadAsync("/newsroom/subscribers?q=PERETZ@");
        Assert.Contains("Nobody found", found);
        found = await noor.ReadAsync("/newsroom/subscribers?q=NOA@");
        Assert.Contains("noa@harbour.example", found);
        Assert.DoesNotContain("dana@harbour.example", found);
        var off = await noor.SubmitAsync($"/newsroom/subscribers/{dana.Id}/ending", ("search", "?q=dana"));
        Assert.Equal("/newsroom/subscribers?q=dana", off.Headers.Location!.OriginalString);
        Assert.Contains("Nobody found", await noor.ReadAsync("/newsroom/subscribers?q=dana"));
        Assert.Contains("Taken off by staff", await noor.ReadAsync("/newsroom/subscribers?q=dana&ended=true"));
        Assert.Contains("She left this newsletter here.", await ImportAsync("again.csv", "email\ndana@harbour.example\n", "On our old site"));
        var csv = await noor.ReadAsync("/newsroom/subscribers.csv?ended=true");
        Assert.Contains("noa@harbour.example", csv);
        Assert.Matches("dana@harbour.example,Dana Levi,The Morning Tide,2024-03-01T10:05:00Z,[^,]+,Staff,2024-03-01T10:05:00Z,ByImport,list.csv,On our old site\r\n", csv);
        Assert.Contains("gone@harbour.example,,The Morning Tide", csv);
        Assert.Equal(["subscribers-exported", "subscribers-imported"], (await newsroom.AskAsync(newspaper => newspaper.AuditEntries.Select(row => row.Act).Distinct().ToListAsync())).Where(act => act.StartsWith("subscribers", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        using var editor = await newsroom.AsAsync(Role.Editor);
        Assert.Equal(403, (int)(await editor.GetAsync("/newsroom/subscribers")).StatusCode);

        async Task<string> ImportAsync(string name, string text, string agreed)
        {
            await noor.ReadAsync("/newsroom/subscribers");
            var form = new MultipartFormDataContent
            {
                { new StringContent(noor.Token), "__RequestVerificationToken" }, { new StringContent($"{tide.Id}"), "Newsletter" }, { new StringContent(agreed), "Agreed" }, { new StringContent(text), "file", name },
            };
            return WebUtility.HtmlDecode(await (await noor.SendAsync(new(HttpMethod.Post, "/newsroom/subscribers/import") { Content = form })).Content.ReadAsStringAsync());
        }
    }
}
