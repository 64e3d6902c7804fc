using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Messages;

/// <summary>A goal as typed. Without an amount there is none.</summary>
public sealed record GoalForm(string Amount, string From, string Until)
{
    public static GoalForm Of(MessageGoal? goal) => goal is null ? new("", "", "") : new(
        Currency.Find(goal.Currency)?.Typed(goal.Minor) ?? "", FieldDay.Of(goal.From), FieldDay.Of(goal.Until));

    public static GoalForm Read(IFormCollection form) => new(form["GoalAmount"].ToString().Trim(), form["GoalFrom"].ToString().Trim(), form["GoalUntil"].ToString().Trim());

    public void Check(Problems problems, PaperSupport support)
    {
        if (Amount.Length == 0) return;
        if (Minor(support) is null) problems.Add("GoalAmount", T("message.problem.goal"));
        if (FieldDay.Read(From) is null) problems.Add("GoalFrom", T("message.problem.day"));
        if (FieldDay.Read(Until) is null) problems.Add("GoalUntil", T("message.problem.day"));
        else if (FieldDay.Read(From) > FieldDay.Read(Until)) problems.Add("GoalUntil", T("message.problem.until"));
    }

    /// <summary>To be asked for after a check that found nothing.</summary>
    public MessageGoal? Goal(PaperSupport support) => Amount.Length == 0 ? null : new(Minor(support)!.Value, support.Amounts.Currency, FieldDay.Read(From)!.Value, FieldDay.Read(Until)!.Value);

    public IEnumerable<StaleText> Against(GoalForm theirs) =>
        [new(T("message.goal.amount"), Amount, theirs.Amount), new(T("message.goal.from"), From, theirs.From), new(T("message.goal.until"), Until, theirs.Until)];

    private long? Minor(PaperSupport support) => Currency.Find(support.Amounts.Currency)?.Read(Amount, MessageGoal.Largest);

}
