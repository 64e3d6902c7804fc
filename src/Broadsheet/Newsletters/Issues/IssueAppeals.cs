using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Messages;
using Broadsheet.Messages.Choosing;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Newsletters.Issues;

/// <summary>Finds the message that stands in an edition's newsletters now. A mail is the same for all who get it: the first that is for subscribers, wherever they live.</summary>
public sealed class IssueAppeals(Newspaper newspaper, ReaderWords words, Hosts hosts, MachineSettings machine, TimeProvider clock)
{
    public async Task<IssueAppeal?> FindAsync(Edition edition, CancellationToken stop)
    {
        if (await newspaper.AreAppealsStoppedAsync(stop)) return null;
        var found = (await newspaper.MessagesShownAsync(edition.Id, clock.GetUtcNow(), stop)).FirstOrDefault(row =>
            row.Aim.InNewsletter && row.Aim.Who.HasFlag(Audience.Subscriber) && row.Aim.Countries.Count == 0 && row.Words.Ask != MessageAsk.SignUp);
        if (found is null) return null;

        var (paper, says) = (edition.ForPaper(), found.Words);
        var link = new GiftLink(paper, "newsletter", null, found.PublicId);
        var suggested = machine.Stripe.IsOn ? says.AmountsIn((await newspaper.SettingOfAsync<PaperSupport>(edition.Id, stop)).Value) : SuggestedAmounts.None;
        return new(words.Say(paper, "message.label"), says.Title, PageForm.Words(says.Body).Trim(), says.Button.Length > 0 ? says.Button : words.Say(paper, "message.button"), Whole(says.Way(link, found.PublicId)))
        {
            Amounts = [.. link.Of(suggested).Select(amount => new IssueAmount(amount.Text, Whole(amount.Href)))],
            Goal = GoalView.Of(found, paper) is { } goal ? GoalOf(goal, paper) : null,
        };
    }

    private IssueGoal GoalOf(GoalView goal, PaperEdition paper) =>
        new(goal.Percent, words.Say(paper, "message.goal", ("reached", goal.Reached), ("wanted", goal.Wanted), ("until", words.Day(paper, goal.Until, "day"))));

    // A mark of its own goes before ours: an address has one only.
    private string Whole(string? way) => way switch
    {
        null => "",
        ['/', ..] => hosts.Link(way) + (way.Contains('#') ? "" : MailMark.Subscriber),
        _ => way,
    };
}
