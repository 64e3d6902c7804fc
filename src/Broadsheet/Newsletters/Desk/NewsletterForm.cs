using System.Globalization;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Desk;

/// <summary>What a newsletter's page asks, as typed.</summary>
public sealed record NewsletterForm(string Name, string Slug, string Description, string SenderName, string ReplyAddress, bool IsOpen, bool CountsClicks, string Position, long Revision)
{
    public static NewsletterForm Empty { get; } = new("", "", "", "", "", true, true, "1", 0);

    public static NewsletterForm Of(Newsletter row) => new(
        row.Name, row.Slug, row.Description, row.SenderName, row.ReplyAddress, row.IsOpen, row.CountsClicks, (row.Position + 1).ToString(CultureInfo.InvariantCulture), row.Revision);

    public static NewsletterForm Read(IFormCollection form)
    {
        return new(Line("Name"), Line("Slug"), Line("Description"), Line("SenderName"), Line("ReplyAddress"), form["IsOpen"] == "true", form["CountsClicks"] == "true", Line("Position"),
            long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

        // None of it may break a line: it goes into the heads of mails.
        string Line(string field) => form[field].ToString().ReplaceLineEndings(" ").Trim();
    }

    public string Address => Paper.Slug.Of(Slug.Length > 0 ? Slug : Name);

    public async Task<Problems> CheckAsync(long edition, long? self, Newspaper newspaper, CancellationToken stop)
    {
        var (problems, address) = (new Problems(), Address);
        if (Name.Length is 0 or > 100) problems.Add(nameof(Name), T("newsletter.problem.name"));
        else if (await newspaper.Newsletters.AnyAsync(row => row.EditionId == edition && row.Slug == address && row.Id != self, stop)) problems.Add(nameof(Slug), T("newsletter.problem.taken", ("slug", address)));
        if (ReplyAddress.Length > 0 && ReaderAddress.Read(ReplyAddress) is null) problems.Add(nameof(ReplyAddress), T("newsletter.problem.reply"));
        if (!int.TryParse(Position, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place is < 1 or > 1000) problems.Add(nameof(Position), T("newsletter.problem.position"));
        return problems;
    }

    /// <summary>To be called after a check that found nothing.</summary>
    public void Fill(Newsletter row) => row.Change(Name, Address, Description, SenderName, ReplyAddress, IsOpen, CountsClicks, int.Parse(Position, CultureInfo.InvariantCulture) - 1);

    public IReadOnlyList<StaleText> Against(Newsletter theirs) => StaleText.Of(
        new(T("newsletter.name"), Name, theirs.Name), new(T("newsletter.slug"), Slug, theirs.Slug), new(T("newsletter.description"), Description, theirs.Description),
        new(T("newsletter.sender"), SenderName, theirs.SenderName), new(T("newsletter.reply"), ReplyAddress, theirs.ReplyAddress));
}
