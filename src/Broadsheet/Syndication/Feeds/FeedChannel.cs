using Broadsheet.Articles.Reading;
using Broadsheet.Contributors;
using Broadsheet.Corrections;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Topics;

namespace Broadsheet.Syndication.Feeds;

/// <summary>What a feed is of: its words and the page whose stories it carries.</summary>
/// <param name="Thing">What never changes about it, such as "section/019…": its id is made of that.</param>
/// <param name="Page">The page's path, percent-encoded.</param>
internal sealed record FeedChannel(PaperEdition Edition, string Thing, string Title, string Description, string Page)
{
    /// <summary>What stands behind both paths, such as "?q=harbour".</summary>
    public string Query { get; init; } = "";

    /// <summary>Since when there can have been something in it.</summary>
    public DateTimeOffset Since { get; init; } = DateTimeOffset.UnixEpoch;

    public string Id => FeedId.Of(Thing);

    public string Home => Page + Query;

    /// <summary>A feed stands under its page, so that who knows the one finds the other.</summary>
    public string AddressIn(FeedFormat format) => $"{Page.TrimEnd('/')}/{format.File}{Query}";

    public string AddressOf(ArchivePart part, FeedFormat format) => $"{Page.TrimEnd('/')}/feed/{part}.{format.Extension}";

    public static FeedChannel Of(PaperEdition edition) =>
        new(edition, $"edition/{edition.PublicId}", edition.Name, edition.Tagline.Length > 0 ? edition.Tagline : edition.Name, edition.Home) { Since = FeedId.MomentOf(edition.PublicId) };

    /// <summary>The feed of what a page is about; null when it has none of its own.</summary>
    public static FeedChannel? Of(PaperEdition edition, object? subject) => subject switch
    {
        Section section => Part(edition, $"section/{section.PublicId}", section.Name, section.Description, new SectionView(section, edition).Href, FeedId.MomentOf(section.PublicId)),
        Topic topic => Part(edition, $"topic/{topic.PublicId}", topic.Name, topic.Description, new TopicView(topic, edition).Href, FeedId.MomentOf(topic.PublicId)),
        StorySeries series => Part(edition, $"series/{series.PublicId}", series.Name, series.Description, new StorySeriesView(series, edition).Href, FeedId.MomentOf(series.PublicId)),
        CorrectionsPageView => OfCorrections(edition, PaperWords.Find(edition.Language, "corrections.title"), ""),
        // A contributor writes in several editions; each has a feed of its own.
        Contributor who => Part(edition, $"contributor/{who.PublicId}/{edition.PublicId}", who.PrintedName(edition.Code), who.PrintedBio(edition.Code), edition.At(PaperOrigin.Path("by", who.Slug)), FeedId.MomentOf(who.PublicId)),
        _ => null,
    };

    public static FeedChannel OfCorrections(PaperEdition edition, string title, string description) =>
        Part(edition, $"corrections/{edition.PublicId}", title, description, edition.At("/corrections"), FeedId.MomentOf(edition.PublicId));

    // RSS wants a description of every channel; a page without one is described by its title.
    private static FeedChannel Part(PaperEdition edition, string thing, string name, string description, string page, DateTimeOffset since)
    {
        var title = $"{name} | {edition.Name}";
        return new(edition, thing, title, description.Length > 0 ? description : title, page) { Since = since };
    }
}
