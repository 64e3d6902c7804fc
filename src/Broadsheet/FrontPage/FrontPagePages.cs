using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;

namespace Broadsheet.FrontPage;

/// <summary>Makes the page of an arrangement, for readers and for a preview alike.</summary>
internal static class FrontPagePages
{
    internal static PaperPage Of(Edition edition, IReadOnlyList<FilledZone<StoryView>> arranged, PaperOrigin origin)
    {
        var paper = edition.ForPaper();
        return new(paper, "front", new FrontPageView(arranged, paper), new PageHead { Description = edition.Tagline, Canonical = origin.Whole(paper.Home) })
        {
            Subject = edition,
            Shown = arranged.SelectMany(filled => filled.Stories).Select(story => story.ArticleId).ToHashSet(),
        };
    }
}
