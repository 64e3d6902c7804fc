using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

/// <summary>A section's page. Its route, /{slug}, is shared with plain pages: see Pages.ReadPage.</summary>
public static class ReadSection
{
    /// <summary>The section of this slug; null when there is none, or no such page of it.</summary>
    public static async Task<IResult?> FindAsync(string slug, HttpContext http, Edition edition, Newspaper newspaper, StoryViews views, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        var name = slug.Normalize();
        if (Listing.NumberIn(http.Request) is not { } number) return null;
        if (await newspaper.Sections.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == name, stop) is not { } section) return null;

        var paper = edition.ForPaper();
        var view = new SectionView(section, paper);
        if (slug != name) return Results.Redirect(view.Href, permanent: true);

        var list = await Listing.OfAsync(newspaper.LatestInSection(section.Id, clock.GetUtcNow()), number, view.Href, paper, views, stop);
        return list.Stories.Count == 0 && number > 1 ? null : new PaperResult(
            new PaperPage(paper, "section", new SectionPageView(view, list), ListHead.Of(section.Name, section.Description, list.Pager, origin)) { Subject = section, Section = section.Id });
    }
}

public sealed class SectionPageView(SectionView section, Listing list) : View
{
    public SectionView Section => section;
    public IReadOnlyList<StoryView> Stories => list.Stories;
    public PagerView Pager => list.Pager;
}

internal static class ListHead
{
    internal static PageHead Of(string title, string description, PagerView pager, PaperOrigin origin, PictureOnPageView? picture = null) => new()
    {
        Title = title,
        Description = description,
        Canonical = origin.Whole(pager.Here),
        Previous = pager.Newer,
        Next = pager.Older,
        Picture = picture is null ? null : origin.Whole(picture.Src),
        PictureAlt = picture?.Alt,
        PictureWidth = picture?.Width ?? 0,
        PictureHeight = picture?.Height ?? 0,
    };
}
