using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Republication;

/// <summary>On a story's page: whether others may print it, and how often its text was copied for that.</summary>
internal sealed class RepublicationPanels(Newspaper newspaper, PublicBodies bodies) : IStoryPanel
{
    public StoryPanelPlace Place => StoryPanelPlace.State;

    public int Position => 64;

    public async Task<RenderFragment?> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop)
    {
        if (!article.IsPublished || article.SectionId is not { } section || !(await newspaper.SettingOfAsync<RepublicationTerms>(article.EditionId, stop)).Value.IsOn) return null;

        var copies = await newspaper.CopyCounts.Where(row => row.ArticleId == article.Id).SumAsync(row => row.Times, stop);
        var isFree = StoryRights.MayBeRepublished(article, await bodies.AccessAsync(article, stop));
        if (!isFree && copies == 0) return null;
        var (edition, slug) = (await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop), await newspaper.Sections.Where(row => row.Id == section).Select(row => row.Slug).SingleAsync(stop));
        return StoryPanels.Of<RepublicationPanel, RepublicationPanelView>(new(isFree ? edition.PathOf(Paper.PaperOrigin.Path(slug, article.Slug) + "/republish") : null, copies));
    }
}

/// <param name="Href">Where others take it; null: they may not any more.</param>
public sealed record RepublicationPanelView(string? Href, int Copies);
