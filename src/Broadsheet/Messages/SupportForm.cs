using System.Globalization;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Messages;

/// <summary>What the support page's page asks, as typed.</summary>
/// <param name="Revision">The choice that the form was drawn from.</param>
public sealed record SupportForm(string Currency, string Amounts, string Contact, long Revision)
{
    public static SupportForm Of(PaperSupport support, long revision) => new(support.Amounts.Currency, support.Amounts.Typed, support.Contact, revision);

    public static SupportForm Read(IFormCollection form) => new(form["Currency"].ToString().Trim().ToUpperInvariant(), form["Amounts"].ToString().Trim(), form["Contact"].ToString().Trim(),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public Problems Check()
    {
        var problems = new Problems();
        if (Contact.Length > 0 && !MailText.IsAddress(Contact)) problems.Add(nameof(Contact), T("supportPage.problem.contact"));
        if (Messages.Currency.Find(Currency) is not { } currency)
        {
            if (Amounts.Length > 0 || Currency.Length > 0) problems.Add(nameof(Currency), T("supportPage.problem.currency"));
        }
        else if (SuggestedAmounts.Read(Amounts, currency) is null)
        {
            problems.Add(nameof(Amounts), T("message.problem.amounts", ("most", SuggestedAmounts.Most)));
        }
        return problems;
    }

    /// <summary>To be asked for after a check that found nothing.</summary>
    public PaperSupport Support => new()
    {
        Amounts = Messages.Currency.Find(Currency) is { } currency ? SuggestedAmounts.Read(Amounts, currency)! : SuggestedAmounts.None,
        Contact = Contact,
    };

    public IReadOnlyList<StaleText> Against(PaperSupport theirs) => StaleText.Of(
        new(T("supportPage.currency"), Currency, theirs.Amounts.Currency), new(T("supportPage.amounts"), Amounts, theirs.Amounts.Typed), new(T("supportPage.contact"), Contact, theirs.Contact));
}
