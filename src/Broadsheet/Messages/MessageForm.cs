using System.Globalization;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Messages;

/// <summary>What a message's page asks, as typed.</summary>
/// <param name="Body">Null when none was sent: without script there is no editor, and saving must not blank the text.</param>
/// <param name="Revision">The one that the form was drawn from.</param>
/// <param name="Refused">Why a body that was sent is none.</param>
public sealed record MessageForm(
    string Name, bool IsOn, string From, string Until, string Position, string Title, DraftDocument? Body, string Ask, string Button, string Address, string Amounts,
    AimForm Aim, GoalForm Goal, long Revision, string? Refused = null)
{
    private const int LongestTitle = 200;

    public static MessageForm Of(Message row, Edition edition) => new(
        row.Name, row.IsOn, row.From is { } from ? edition.FieldTime(from) : "", row.Until is { } until ? edition.FieldTime(until) : "", (row.Position + 1).ToString(CultureInfo.InvariantCulture),
        row.Words.Title, row.Words.Body, $"{row.Words.Ask}", row.Words.Button, row.Words.Address, row.Words.Amounts.Typed, AimForm.Of(row.Aim), GoalForm.Of(row.Goal), row.Revision);

    public static MessageForm Read(IFormCollection form)
    {
        var (body, refused) = SentBody.Read(form);
        return new(Line("Name"), form["IsOn"] == "true", Line("From"), Line("Until"), Line("Position"), Line("Title"), body, Line("Ask"), Line("Button"), Line("Address"), Line("Amounts"),
            AimForm.Read(form), GoalForm.Read(form), long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0, refused);

        string Line(string field) => form[field].ToString().Trim();
    }

    /// <param name="body">What stands, for a text that was not sent.</param>
    /// <param name="support">In whose currency amounts are.</param>
    public Problems Check(DraftDocument body, Edition edition, PaperSupport support)
    {
        var problems = new Problems();
        if (Name.Length is 0 or > Message.LongestName) problems.Add(nameof(Name), T("message.problem.name"));
        if (Refused is not null) problems.Add(T("page.problem.body", ("why", Refused)));
        else if (IsOn && PageForm.Words(Body ?? body).Trim().Length == 0) problems.Add(nameof(IsOn), T("message.problem.body"));
        if (Title.Length > LongestTitle) problems.Add(nameof(Title), T("message.problem.title"));
        if (ReadTime(From, edition) is (null, false)) problems.Add(nameof(From), T("message.problem.time"));
        if (ReadTime(Until, edition) is (null, false)) problems.Add(nameof(Until), T("message.problem.time"));
        else if (ReadTime(From, edition).At >= ReadTime(Until, edition).At) problems.Add(nameof(Until), T("message.problem.until"));
        if (!int.TryParse(Position, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place is < 1 or > 1000) problems.Add(nameof(Position), T("message.problem.position"));
        if (Address.Length > 0 && !MessageAddress.IsOne(Address)) problems.Add(nameof(Address), T("message.problem.address"));
        if (Amounts.Length > 0 && Currency.Find(support.Amounts.Currency) is not { } currency) problems.Add(nameof(Amounts), T("message.problem.no-currency"));
        else if (AmountsIn(support) is null) problems.Add(nameof(Amounts), T("message.problem.amounts", ("most", SuggestedAmounts.Most)));
        Aim.Check(problems);
        Goal.Check(problems, support);
        return problems;
    }

    /// <summary>To be called after a check that found nothing.</summary>
    public void Fill(Message row, Edition edition, PaperSupport support) => row.Change(
        Name, IsOn, ReadTime(From, edition).At, ReadTime(Until, edition).At, int.Parse(Position, CultureInfo.InvariantCulture) - 1,
        new()
        {
            Title = Title,
            Body = Body ?? row.Words.Body,
            Ask = Enum.TryParse<MessageAsk>(Ask, out var ask) && Enum.IsDefined(ask) ? ask : MessageAsk.Gift,
            Button = Button,
            Address = Address,
            Amounts = AmountsIn(support)!,
        },
        Aim.Aim, Goal.Goal(support));

    public IReadOnlyList<StaleText> Against(MessageForm theirs) => StaleText.Of(
    [
        new(T("message.name"), Name, theirs.Name), new(T("message.isOn"), OnOrOff(IsOn), OnOrOff(theirs.IsOn)),
        new(T("message.from"), From, theirs.From), new(T("message.until"), Until, theirs.Until), new(T("message.position"), Position, theirs.Position),
        new(T("message.headline"), Title, theirs.Title), new(T("message.body"), PageForm.Words(Body ?? theirs.Body!), PageForm.Words(theirs.Body!)),
        new(T("message.ask"), AskOf(Ask), AskOf(theirs.Ask)), new(T("message.button"), Button, theirs.Button), new(T("message.address"), Address, theirs.Address),
        new(T("message.amounts"), Amounts, theirs.Amounts), .. Aim.Against(theirs.Aim), .. Goal.Against(theirs.Goal),
    ]);

    internal static string AskOf(string ask) => Enum.TryParse<MessageAsk>(ask, out var known) ? T($"message.ask.{known}") : "";

    private static string OnOrOff(bool isOn) => T(isOn ? "message.on" : "message.off");

    private SuggestedAmounts? AmountsIn(PaperSupport support) => Currency.Find(support.Amounts.Currency) is { } currency ? SuggestedAmounts.Read(Amounts, currency) : SuggestedAmounts.None;

    // Empty is a time that is not set; what cannot be read is none.
    private static (DateTimeOffset? At, bool IsRight) ReadTime(string typed, Edition edition) => typed.Length == 0 ? (null, true) : edition.ReadFieldTime(typed) is { } at ? (at, true) : (null, false);
}
