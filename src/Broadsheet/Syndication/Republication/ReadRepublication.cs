using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Syndication.Republication;

/// <summary>/politics/the-story/republish: the story for others to paste into their pages, where the paper and its rights allow it. Kept by the press like any page.</summary>
internal static class ReadRepublication
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/{section}/{slug}/republish", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(string section, string slug, HttpContext http, Newspaper newspaper, RepublishedStories texts, ReaderWords words, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);
        var terms = (await newspaper.SettingOfAsync<RepublicationTerms>(edition.Id, stop)).Value;
        if (!terms.IsOn || await newspaper.StoryAtAsync(edition, section, slug, clock.GetUtcNow(), stop) is not { } found)
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var paper = edition.ForPaper();
        var address = paper.At(PaperOrigin.Path(section, slug));
        var text = await texts.OfAsync(found, edition, address, terms, stop);
        var view = new RepublishView(found, terms, text, address, origin.Whole(address));
        return new PaperResult(new PaperPage(paper, "republish", view, new PageHead { Title = words.Say(paper, "republish.title"), Robots = "noindex" })
        {
            Status = text is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
            Section = found.SectionId,
            // Nothing is asked of somebody who came to take a text along.
            IsSensitive = true,
        });
    }
}

/// <summary>The page that gives a story to others.</summary>
public sealed class RepublishView(Article article, RepublicationTerms terms, RepublishedText? text, string href, string address) : View
{
    protected internal override string Source => $"article:{article.Id}";

    public string Id => article.PublicId.ToString();
    public string Headline => article.Headline;

    /// <summary>The story on this paper.</summary>
    public string Href => href;

    /// <summary>Its whole address, which search engines must be told is the original.</summary>
    public string Address => address;

    /// <summary>Whether others may print it. If not, there is no text.</summary>
    public bool IsFree => text is not null;

    public string Html => text?.Html ?? "";
    public string Plain => text?.Text ?? "";

    /// <summary>How many pictures of the text are others', and stay here.</summary>
    public int LeftOut => text?.LeftOut ?? 0;

    /// <summary>"CC BY-ND 4.0"</summary>
    public string Licence => terms.Name;

    /// <summary>Where the licence stands; empty: nowhere.</summary>
    public string LicenceHref => terms.Address;

    /// <summary>What others must do, one by one.</summary>
    public IReadOnlyList<string> Conditions => [.. terms.Conditions.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
