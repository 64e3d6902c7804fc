using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Newsletters.Archive;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Issues;

/// <summary>Makes an issue's mail of what is published at this moment: a story that was withdrawn is in none.</summary>
public sealed class IssueMails(Newspaper newspaper, IssueAppeals appeals, ReaderWords words, Hosts hosts, TimeProvider clock)
{
    public async Task<IssueMail> OfAsync(Issue issue, Newsletter newsletter, Edition edition, CancellationToken stop)
    {
        var ids = issue.Stories.ToList();
        var rows = await (from article in newspaper.Articles.AsNoTracking().InEdition(edition.Id).Published(clock.GetUtcNow())
                          where ids.Contains(article.Id)
                          join section in newspaper.Sections on article.SectionId equals section.Id
                          select new { article.Id, article.Headline, article.Standfirst, article.Slug, Section = section.Slug }).ToDictionaryAsync(row => row.Id, stop);
        IReadOnlyList<IssueStory> stories = [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(row => new IssueStory(row.Headline, row.Standfirst, hosts.Link(edition.PathOf(PaperOrigin.Path(row.Section, row.Slug))) + (newsletter.CountsClicks ? IssueReferral.Of(issue) : "")))];
        return new(edition, newsletter.Name, Or(issue.Subject, 0), Or(issue.Preheader, 1), issue.Intro, await newspaper.PostalAddressAsync(edition.Id, stop), words.Say(edition.ForPaper(), "mail.leave"), stories)
        {
            Picture = await newspaper.PictureOfIssueAsync(issue, edition, hosts, clock.GetUtcNow(), stop),
            Sponsor = await newspaper.SponsorOfIssueAsync(edition, ids, words, hosts, clock.GetUtcNow(), stop),
            Web = issue.Segment.IsAll ? hosts.Link(edition.PathOf(ArchivedIssue.PathOf(newsletter, issue.PublicId))) : null,
            Appeal = await appeals.FindAsync(edition, stop),
            WebWords = words.Say(edition.ForPaper(), "mail.web"),
        };

        string Or(string written, int story) => written.Length > 0 || stories.Count <= story ? written : stories[story].Headline;
    }

    /// <summary>For a preview or a test, where there is no subscription to end: the list of newsletters.</summary>
    public string NoLeave(Edition edition) => hosts.Link(edition.PathOf("/newsletters"));
}
