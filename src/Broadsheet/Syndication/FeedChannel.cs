using Broadsheet.Articles.Reading;
using Broadsheet.Contributors;
using Broadsheet.Corrections;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Topics;

namespace Broadsheet.Syndication;

/// <summary>What a feed is of: its words and the page whose stories it carries.</summary>
/// <param name="Page">The page's path, percent-encoded.</param>
internal sealed record FeedChannel(PaperEdition Edition, string Title, string Description, string Page)
{
    /// <summary>A feed stands under its page, so that who knows the one finds the other.</summary>
    public string Address { get => field ?? Page.TrimEnd('/') + "/feed.xml"; init; }

    public static FeedChannel Of(PaperEdition edition) => new(edition, edition.Name, edition.Tagline.Length > 0 ? edition.Tagline : edition.Name, edition.Home);

    /// <summary>The feed of what a page is about; null when it has none of its own.</summary>
    public static FeedChannel? Of(PaperEdition edition, object? subject) => subject switch
    {
        Section section => Part(edition, section.Name, section.Description, new SectionView(section, edition).Href),
        Topic topic => Part(edition, topic.Name, topic.Description, new TopicView(topic, edition).Href),
        CorrectionsPageView => Part(edition, PaperWords.Find(edition.Language, "corrections.title"), "", edition.At("/corrections")),
        Contributor who => Part(edition, who.PrintedName(edition.Code), who.PrintedBio(edition.Code), edition.At(PaperOrigin.Path("by", who.Slug))),
        _ => null,
    };

    // RSS wants a description of every channel; a page without one is described by its title.
    private static FeedChannel Part(PaperEdition edition, string name, string description, string page)
    {
        var title = $"{name} | {edition.Name}";
        return new(edition, title, description.Length > 0 ? description : title, page);
    }
}
