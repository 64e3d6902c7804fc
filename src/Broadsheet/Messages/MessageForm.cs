using System.Globalization;
using System.Net.Mail;
using Broadsheet.Document;
using Broadsheet.Pages;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Messages;

/// <summary>What the message's page asks, as typed.</summary>
/// <param name="Body">Null when none was sent: without script there is no editor, and saving must not blank the text.</param>
/// <param name="Revision">The choice that the form was drawn from.</param>
/// <param name="Refused">Why a body that was sent is none.</param>
public sealed record MessageForm(
    bool IsOn, string Title, DraftDocument? Body, string Button, string Address, string Currency, string Amounts, string Contact, long Revision, string? Refused = null)
{
    public static MessageForm Of(PaperMessage message, long revision) => new(
        message.IsOn, message.Title, message.Body, message.Button, message.Address, message.Amounts.Currency, message.Amounts.Typed, message.Contact, revision);

    public static MessageForm Read(IFormCollection form)
    {
        var (body, refused) = SentBody.Read(form);
        return new(form["IsOn"] == "true", Line("Title"), body, Line("Button"), Line("Address"), Line("Currency").ToUpperInvariant(), Line("Amounts"), Line("Contact"),
            long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0, refused);

        string Line(string field) => form[field].ToString().Trim();
    }

    /// <param name="before">What stands, for a text that was not sent.</param>
    public Problems Check(PaperMessage before)
    {
        var problems = new Problems();
        if (Refused is not null) problems.Add(T("page.problem.body", ("why", Refused)));
        else if (IsOn && PageForm.Words(Body ?? before.Body).Trim().Length == 0) problems.Add(nameof(IsOn), T("message.problem.body"));
        if (Address.Length > 0 && !IsAddress(Address)) problems.Add(nameof(Address), T("message.problem.address"));
        if (Contact.Length > 0 && !IsMail(Contact)) problems.Add(nameof(Contact), T("message.problem.contact"));

        if (Messages.Currency.Find(Currency) is not { } currency)
        {
            if (Amounts.Length > 0 || Currency.Length > 0) problems.Add(nameof(Currency), T("message.problem.currency"));
        }
        else if (SuggestedAmounts.Read(Amounts, currency) is null)
        {
            problems.Add(nameof(Amounts), T("message.problem.amounts", ("most", SuggestedAmounts.Most)));
        }
        return problems;
    }

    /// <summary>To be called after a check that found nothing.</summary>
    public PaperMessage Over(PaperMessage before) => new()
    {
        IsOn = IsOn,
        Title = Title,
        Body = Body ?? before.Body,
        Button = Button,
        Address = Address,
        Amounts = Messages.Currency.Find(Currency) is { } currency ? SuggestedAmounts.Read(Amounts, currency)! : SuggestedAmounts.None,
        Contact = Contact,
    };

    public IReadOnlyList<StaleText> Against(PaperMessage theirs) => StaleText.Of(
        new(T("message.isOn"), OnOrOff(IsOn), OnOrOff(theirs.IsOn)), new(T("message.headline"), Title, theirs.Title),
        new(T("message.body"), PageForm.Words(Body ?? theirs.Body), PageForm.Words(theirs.Body)),
        new(T("message.button"), Button, theirs.Button), new(T("message.address"), Address, theirs.Address),
        new(T("message.currency"), Currency, theirs.Amounts.Currency), new(T("message.amounts"), Amounts, theirs.Amounts.Typed),
        new(T("message.contact"), Contact, theirs.Contact));

    private static string OnOrOff(bool isOn) => T(isOn ? "message.on" : "message.off");

    private static bool IsAddress(string address) => LinkSafety.Clean(address) == address
        && (address.StartsWith('/') ? !address.StartsWith("//", StringComparison.Ordinal) : Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "https" or "http");

    private static bool IsMail(string address) => MailAddress.TryCreate(address, out var mail) && mail.Address == address && !address.Any(char.IsWhiteSpace);
}
