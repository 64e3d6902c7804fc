using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Messages;
using Broadsheet.Pages;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;

namespace Broadsheet.Tests.Messages;

/// <summary>/support answers on every paper, in the edition's language, and takes no money.</summary>
public sealed class SupportPageTests
{
    [Theory, OnBoth]
    public async Task A_paper_that_wrote_nothing_has_one_in_the_words_of_each_edition(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Add(new Edition("he", "דואר הנמל", "he", "Asia/Jerusalem", 1)));

        Assert.Contains("href=\"/support\"", await newsroom.Client.GetStringAsync("/"));
        var english = await newsroom.Client.GetStringAsync("/support");
        Assert.Contains("<h1 dir=\"auto\">Support The Harbour Post</h1>", english);
        Assert.Contains("The Harbour Post is made for its readers", english);
        Assert.Contains("Giving online is not possible on this page yet", english);
        Assert.DoesNotContain("Suggested amounts", english);

        var hebrew = await newsroom.Client.GetStringAsync("/he/support");
        Assert.Contains("<html lang=\"he\" dir=\"rtl\">", hebrew);
        Assert.Contains("דואר הנמל נכתב למען קוראיו", hebrew);
        Assert.Matches("rel=\"canonical\" href=\"[^\"]+/he/support\"", hebrew);
    }

    [Theory, OnBoth]
    public async Task The_publisher_sets_amounts_and_whom_to_write_to_and_an_editor_its_text(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains($"/newsroom/pages/new?edition={newsroom.Edition.Id}&amp;slug=support", await publisher.ReadAsync("/newsroom/support"));

        await publisher.SubmitAsync($"/newsroom/support/{newsroom.Edition.Id}", ("Revision", "0"), ("Currency", "eur"), ("Amounts", "5, 7.50; 25"), ("Contact", "gifts@harbour.example"));
        Assert.Contains("value=\"5, 7.50, 25\"", await publisher.ReadAsync("/newsroom/support"));
        await publisher.SubmitAsync("/newsroom/pages", ("Edition", $"{newsroom.Edition.Id}"), ("Title", "Keep a reporter in the room"), ("Slug", "support"),
            ("Body", DraftDocument.OfText("Somebody sat at the back.").ToJson()), ("IsPublished", "true"));

        var html = await newsroom.Client.GetStringAsync("/support");
        Assert.All(["Keep a reporter in the room", "Somebody sat at the back.", "<bdi>€5</bdi>", "<bdi>€7.50</bdi>", "<bdi>€25</bdi>", "mailto:gifts@harbour.example", "Giving online is not possible"],
            words => Assert.Contains(words, html));
        Assert.DoesNotContain("is made for its readers", html);
        Assert.DoesNotContain("method=\"post\"", html);
    }

    [Fact]
    public async Task Without_an_address_it_leads_to_the_page_called_contact()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.Pages.Add(new PlainPage(newsroom.Edition.Id, "Write to us", "contact") { IsPublished = true }));

        Assert.Contains("<a href=\"/contact\">Write to us</a>", await newsroom.Client.GetStringAsync("/support"));
    }

    [Fact]
    public async Task No_section_may_take_its_name()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.SubmitAsync("/newsroom/sections", ("Edition", $"{newsroom.Edition.Id}"), ("Name", "Support"))).StatusCode);
    }

    [Theory]
    [InlineData("JPY", "500", "¥500|￥500|JPY")]
    [InlineData("KWD", "1.250", "1.250")]
    [InlineData("SEK", "1000", "SEK\u00A01,000")]
    public void Amounts_keep_what_was_typed_in_every_currency(string code, string typed, string printed)
    {
        var amounts = SuggestedAmounts.Read(typed, Currency.Find(code)!)!;

        Assert.Equal(typed, amounts.Typed);
        Assert.Contains(printed.Split('|'), words => amounts.In("en")[0].Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("JPY", "1.5")]
    [InlineData("EUR", "1.555")]
    [InlineData("EUR", "0")]
    [InlineData("EUR", "-5")]
    [InlineData("EUR", "1 2 3 4 5 6 7 8 9 10 11 12 13")]
    public void What_is_no_amount_of_a_currency_is_refused(string code, string typed) => Assert.Null(SuggestedAmounts.Read(typed, Currency.Find(code)!));
}
