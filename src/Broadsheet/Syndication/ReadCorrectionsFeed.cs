using System.Globalization;
using System.Xml;
using Broadsheet.Articles.Reading;
using Broadsheet.Corrections;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Themes;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication;

/// <summary>/corrections/feed.xml: what an edition put right last.</summary>
internal static class ReadCorrectionsFeed
{
    private const int Length = 50;

    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/corrections/feed.xml", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, CurrentTheme theme, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        var entries = await newspaper.WithStoriesAsync(await newspaper.LedgerOf(edition.Id).Take(Length).ToListAsync(stop), paper, clock.GetUtcNow(), stop);
        string Say(string key) => theme.Read().Strings.Find(paper.Language, key)!.Print(CultureInfo.InvariantCulture, _ => paper.Name, _ => 0);
        var channel = new FeedChannel(paper, $"{Say("corrections.title")} | {paper.Name}", Say("corrections.description"), paper.At("/corrections"));
        DateTimeOffset? changed = entries.Count == 0 ? null : entries.Max(entry => entry.Correction.ChangedAt);
        var file = FeedFile.Of(channel, changed, origin, xml =>
        {
            foreach (var entry in entries) Item(xml, entry, Say(entry.View.KindLabel), Say("corrections.gone"), channel, origin);
        });
        return MachineAnswer.Of(file, "application/rss+xml; charset=utf-8", changed);
    }

    private static void Item(XmlWriter xml, LedgerEntry entry, string label, string gone, FeedChannel channel, PaperOrigin origin)
    {
        var (correction, story, view) = (entry.Correction, entry.Story, entry.View);
        xml.WriteStartElement("item");
        FeedFile.Text(xml, "title", story.IsGone ? label : $"{label}: {story.Headline}");
        FeedFile.Text(xml, "link", $"{origin.Whole(story.IsGone ? channel.Page : story.Href)}#{view.Anchor}");
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString($"tag:broadsheet,2026:correction/{correction.PublicId}");
        xml.WriteEndElement();
        FeedFile.Text(xml, "pubDate", FeedFile.Date(correction.MadeAt));
        FeedFile.Text(xml, "category", label);
        FeedFile.Text(xml, "description", story.IsGone ? gone : correction.Text);
        xml.WriteEndElement();
    }
}
