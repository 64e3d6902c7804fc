using Broadsheet.Editions;
using Broadsheet.Giving.Cards;
using Broadsheet.Giving.Receipts;
using Broadsheet.Giving.Receipts.GiftAid;
using Broadsheet.Messages;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Giving;

/// <summary>On what terms an edition takes gifts now, and in what currency.</summary>
public sealed record EditionTerms(GivingTerms Terms, SuggestedAmounts Suggested, Currency Currency)
{
    /// <summary>What is chosen before the reader chooses: the second suggestion, as those who give know best, else the only one.</summary>
    public string First => Suggested.Minor.Count == 0 ? GivingForm.Other : Currency.Typed(Suggested.Minor[Math.Min(1, Suggested.Minor.Count - 1)]);

    /// <summary>The UK charity that the gift goes to, which may reclaim tax; null: any other.</summary>
    public LegalEntity? GiftAid { get; init; }

    /// <summary>The key of what is wrong with a form; null: nothing.</summary>
    public string? Problem(GivingForm form) =>
        form.Minor(Currency) is not { } minor ? "give.problem.amount"
        : minor < GiveView.Smallest(Terms, Suggested) ? "give.problem.least"
        : (form.Frequency == Frequency.Monthly && !Terms.TakesMonthly) || (form.Frequency == Frequency.Yearly && !Terms.TakesYearly) ? "give.problem.every"
        : form.PublicName.Length > DonationWish.LongestName ? "give.problem.name"
        : GiftAid is null || !form.IsGiftAid ? null
        // HMRC wants at least an initial and the surname, and where she lives: house and postcode.
        : form.AidName.Length > DonationWish.LongestName || form.AidName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < 2 ? "give.problem.aid-name"
        : form.AidHome.Length is < 8 or > ReceiptGiver.LongestAddress ? "give.problem.aid-home"
        : null;
}

/// <summary>Draws /give.</summary>
public sealed class GivingPage(Newspaper newspaper, StripeRoad road, SignedForms forms, ReaderWords words)
{
    /// <summary>Null where nobody can give online: no account at Stripe, or no currency was chosen.</summary>
    public async Task<EditionTerms?> OfAsync(Edition edition, CancellationToken stop)
    {
        if (!road.IsOn) return null;
        var message = (await newspaper.SettingOfAsync<PaperSupport>(edition.Id, stop)).Value;
        return Currency.Find(message.Amounts.Currency) is { } currency
            ? new((await newspaper.SettingOfAsync<GivingTerms>(edition.Id, stop)).Value, message.Amounts, currency) { GiftAid = await newspaper.GiftAidEntityOfAsync(edition.Id, stop) } : null;
    }

    /// <summary>What is kept of a form's declaration; null: she makes none, or nobody asks for one.</summary>
    public GiftAidWords? DeclaredIn(GivingForm form, Edition edition, EditionTerms terms) =>
        terms.GiftAid is { } charity && form.IsGiftAid ? new(form.AidName, form.AidHome, StatementOf(edition, charity)) : null;

    private string StatementOf(Edition edition, LegalEntity charity) => words.Say(edition.ForPaper(), "give.aid.statement", ("charity", charity.Details.Name));

    /// <param name="problem">The key of what was wrong; empty: nothing.</param>
    /// <param name="sent">What the form carried, where the same is to be sent again.</param>
    public IResult Show(Edition edition, EditionTerms terms, GivingForm form, string problem, string? sent = null, int? status = null)
    {
        var paper = edition.ForPaper();
        var view = new GiveView(form, terms.Terms, terms.Suggested, terms.Currency, paper)
        {
            Action = paper.Personal("/give"),
            Form = sent ?? forms.Sign(new GiveSigned(Guid.CreateVersion7())),
            GiftAid = terms.GiftAid is { } charity ? new(form, charity.Details.Name, StatementOf(edition, charity)) : null,
            Problem = problem.Length == 0 ? "" : words.Say(paper, problem, ("least", terms.Currency.Print(GiveView.Smallest(terms.Terms, terms.Suggested), paper.Language))),
        };
        return new PaperResult(new PaperPage(paper, "give", view, new PageHead { Title = words.Say(paper, "give.title"), Robots = "noindex" })
        {
            Status = status ?? (problem.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity),
        })
        { IsPrivate = true };
    }
}
