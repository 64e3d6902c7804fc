using Broadsheet.Editions;
using Broadsheet.Messages;
using Broadsheet.Messages.Choosing;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Newsletters.Issues;

/// <summary>A message of the paper, as it stands below the stories of a mail.</summary>
/// <param name="Label">"A message from …"</param>
/// <param name="Address">Whole; empty: there is no button.</param>
public sealed record IssueAppeal(string Label, string Title, string Text, string Button, string Address);

/// <summary>Finds the message that stands in an edition's newsletters now. A mail is the same for all who get it: the first that is for subscribers, wherever they live.</summary>
public sealed class IssueAppeals(Newspaper newspaper, ReaderWords words, Hosts hosts, TimeProvider clock)
{
    public async Task<IssueAppeal?> FindAsync(Edition edition, CancellationToken stop)
    {
        if (await newspaper.AreAppealsStoppedAsync(stop)) return null;
        var found = (await newspaper.MessagesShownAsync(edition.Id, clock.GetUtcNow(), stop)).FirstOrDefault(row =>
            row.Aim.InNewsletter && row.Aim.Who.HasFlag(Audience.Subscriber) && row.Aim.Countries.Count == 0 && row.Words.Ask != MessageAsk.SignUp);
        if (found is null) return null;

        var paper = edition.ForPaper();
        return new(words.Say(paper, "message.label", ("name", edition.Name)), found.Words.Title, PageForm.Words(found.Words.Body).Trim(),
            found.Words.Button.Length > 0 ? found.Words.Button : words.Say(paper, "message.button", ("name", edition.Name)), AddressOf(found, paper));
    }

    // A mark of its own goes before ours: an address has one only.
    private string AddressOf(Message message, PaperEdition paper) => message.Words.Way(new GiftLink(paper, "newsletter", null, message.PublicId), message.PublicId) switch
    {
        null => "",
        ['/', ..] way => hosts.Link(way) + (way.Contains('#') ? "" : MailMark.Subscriber),
        var whole => whole,
    };
}
