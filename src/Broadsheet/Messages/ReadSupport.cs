using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages;

/// <summary>/support: why the paper is worth a gift and what it suggests. There is one even where nobody has written it yet.</summary>
public static class ReadSupport
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/support", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, PlainTexts texts, ReaderWords words, PaperOrigin origin, MachineSettings machine, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        var pages = newspaper.Pages.AsNoTracking().Where(row => row.EditionId == edition.Id && row.IsPublished);
        var written = await pages.FirstOrDefaultAsync(row => row.Slug == PlainPage.Support, stop);
        var support = (await newspaper.SettingOfAsync<PaperSupport>(edition.Id, stop)).Value;
        var view = new SupportTextView(written?.Title ?? "", written is null ? Markup.None : await texts.DrawAsync(written.Body, paper, stop))
        {
            Amounts = support.Amounts.In(paper.Language),
            Gifts = machine.Stripe.IsOn ? new GiftLink(paper, "support").Of(support.Amounts) : [],
            Give = machine.Stripe.IsOn && support.Amounts.Currency.Length > 0 ? new GiftLink(paper, "support").ToGive : null,
            Mail = support.Contact,
            Contact = await pages.Where(row => row.Slug == "contact").Select(row => new PageLinkView(row.Title, paper.At("/contact"))).FirstOrDefaultAsync(stop),
        };
        return new PaperResult(new PaperPage(paper, "support", new SupportPageView(view), new PageHead
        {
            Title = written?.Title ?? words.Say(paper, "message.button"),
            Description = written is null ? words.Say(paper, "support.about") : written.SearchDescription,
            Canonical = origin.Whole(paper.At("/support")),
            HasText = true,
        })
        { Subject = written });
    }
}

public sealed class SupportPageView(SupportTextView page) : View
{
    public SupportTextView Page => page;
}

public sealed class SupportTextView(string title, Markup body) : View
{
    /// <summary>Empty, as the body is, where the theme's own words must do.</summary>
    public string Title => title;

    public Markup Body => body;
    public bool IsWritten => !body.IsEmpty;

    /// <summary>As readers write them: "€5".</summary>
    public IReadOnlyList<string> Amounts { get; init; } = [];

    /// <summary>The same as ways to give it, where readers can give online; else empty.</summary>
    public IReadOnlyList<GiftLinkView> Gifts { get; init; } = [];

    /// <summary>Where any amount is given; null where nobody can give online.</summary>
    public string? Give { get; init; }

    /// <summary>Who answers those who want to give; may be empty.</summary>
    public string Mail { get; init; } = "";

    /// <summary>The edition's page of that name, if it has one.</summary>
    public PageLinkView? Contact { get; init; }
}

public sealed class PageLinkView(string name, string href) : View
{
    public string Name => name;
    public string Href => href;
}
