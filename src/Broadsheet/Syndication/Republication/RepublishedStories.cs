using System.Globalization;
using System.Text;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Document.Rendering;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Republication;

/// <summary>A story as others paste it into their own pages.</summary>
/// <param name="LeftOut">How many of its pictures are not the paper's to give away.</param>
public sealed record RepublishedText(string Html, string Text, int LeftOut);

/// <summary>Writes a story for others to print: plain elements, no class, no script, addresses whole, and a line that leads back.</summary>
public sealed class RepublishedStories(Newspaper newspaper, StoryViews stories, StoryPictures pictures, PublicBodies bodies, NamedInBodies inBodies, ReaderWords words, PaperOrigin origin)
{
    /// <summary>Null: it is not for others.</summary>
    public async Task<RepublishedText?> OfAsync(Article article, Edition edition, string address, RepublicationTerms terms, CancellationToken stop)
    {
        var version = await newspaper.ArticleVersions.AsNoTracking().ByRows("article_versions").SingleAsync(row => row.Id == article.PublishedVersionId, stop);
        var (body, access) = await bodies.OfAsync(article, version.Content.Body.ForPublication(), stop);
        if (!StoryRights.MayBeRepublished(article, access)) return null;

        var (paper, named) = (edition.ForPaper(), body.References);
        var all = await pictures.LoadAsync(named.Pictures, stop);
        var ours = all.Only(StoryRights.MayBeRepublished);
        var parts = await inBodies.LoadAsync(named, ours, paper, article.PublishedAt, stop);
        var contributors = await stories.ContributorsAsync(article.Bylines, stop);
        var byline = BylineView.Line(BylineView.Of(article.Bylines, contributors, paper), words, paper);

        var link = origin.Whole(address);
        var credit = words.Say(paper, terms.Name.Length > 0 ? "republish.credit.licence" : "republish.credit", ("day", words.Day(paper, article.PublishedAt!.Value, "day")), ("licence", terms.Name), ("headline", article.Headline));
        var html = new StringBuilder();
        Line(html, "h1", article.Headline, paper);
        if (article.Standfirst.Length > 0) Line(html, "p", article.Standfirst, paper);
        if (byline.Length > 0) Line(html, "p", byline, paper);
        html.AppendLine(new FeedRenderer(parts, new Uri(origin.Origin)).Render(body));
        html.Append(CultureInfo.InvariantCulture, $"<p lang=\"{Markup.Encode(paper.Language)}\" dir=\"auto\">{Markup.Encode(credit)} <a href=\"{Markup.Encode(link)}\">{Markup.Encode(link)}</a></p>");

        var text = string.Join("\n\n", new[] { article.Headline, article.Standfirst, byline, new PlainTextRenderer(parts).Render(body), $"{credit} {link}" }.Where(piece => piece.Length > 0));
        return new(html.ToString(), text, named.Pictures.Count(id => all.Part(id, paper.Language, null) is not null && ours.Part(id, paper.Language, null) is null));
    }

    private static void Line(StringBuilder html, string element, string text, PaperEdition edition) =>
        html.Append(CultureInfo.InvariantCulture, $"<{element} lang=\"{Markup.Encode(edition.Language)}\" dir=\"auto\">{Markup.Encode(text)}</{element}>").Append('\n');
}
