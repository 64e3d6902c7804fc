using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Search.Questions;
using Broadsheet.Search.Stories;
using Broadsheet.Search.Words;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Reading;

/// <summary>Makes what a search found ready to be read: stories with their lines, filters with their counts.</summary>
internal sealed class SearchResults(Newspaper newspaper, StorySearch search, StoryViews views, PublicBodies bodies)
{
    // Of a common word every year has some; the newest tell, the others are typed.
    private const int MostYears = 12;

    internal async Task<SearchPageView> ShowAsync(Edition edition, Sought sought, CancellationToken stop)
    {
        var (paper, found) = (edition.ForPaper(), await search.FindAsync(edition, sought, stop));
        var sections = (await newspaper.SectionsOfAsync(edition.Id, stop)).ToDictionary(row => row.Id);
        string Address(Sought other) => SearchAddress.Of(paper, other with { Number = 1 });

        return new()
        {
            Query = sought.Text,
            Results = await ResultsAsync(found, paper, stop),
            Total = found.Total,
            IsMore = found.IsMore,
            InSections = [.. found.Sections.Where(one => sections.ContainsKey(one.Section)).Select(one => (Section: sections[one.Section], one.Count))
                .Select(one => new SearchChoiceView(one.Section.Name, Address(sought with { Section = one.Section.Slug == sought.Section ? "" : one.Section.Slug }), one.Count, one.Section.Slug == sought.Section))],
            InYears = [.. found.Years.Take(MostYears)
                .Select(one => new SearchChoiceView(one.Year.ToString(CultureInfo.InvariantCulture), Address(sought with { Year = one.Year == sought.Year ? null : one.Year }), one.Count, one.Year == sought.Year))],
            Orders = [.. Enum.GetValues<SearchOrder>().Select(order => new SearchChoiceView($"search.{order.ToString().ToLowerInvariant()}", Address(sought with { Order = order }), 0, order == sought.Order))],
            Pager = new(SearchAddress.Of(paper, sought), sought.Number, found.HasNext),
            Section = sought.Section,
            Year = sought.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
            Order = sought.Order == SearchOrder.Newest ? "newest" : "",
            Meant = found.Meant ?? "",
            MeantHref = found.Meant is { } meant ? Address(new Sought(meant)) : "",
            Feed = sought.Question.IsEmpty ? "" : SearchAddress.Of(paper, sought with { Order = SearchOrder.Best }, "/search/feed.xml"),
        };
    }

    private async Task<IReadOnlyList<SearchResultView>> ResultsAsync(Found found, PaperEdition paper, CancellationToken stop)
    {
        var stories = await views.OfAsync(found.Stories, paper, stop);
        var versions = found.Stories.Select(article => article.PublishedVersionId).ToList();
        var texts = new Dictionary<long, PublishedDocument>();
        foreach (var version in await newspaper.ArticleVersions.AsNoTracking().Where(row => versions.Contains(row.Id) && row.ContentJson != null).ToListAsync(stop))
            texts[version.ArticleId] = (await bodies.OfAsync(found.Stories.First(article => article.Id == version.ArticleId), version.Content.Body.ForPublication(), stop)).Body;
        var marking = new Fragment(found.Clauses, Stems.Of(paper.Language));
        return [.. stories.Select(story => new SearchResultView(story, marking.Whole(story.Headline), LinesOf(story, texts.GetValueOrDefault(story.ArticleId), marking)))];
    }

    private static Markup LinesOf(StoryView story, PublishedDocument? text, Fragment marking)
    {
        var paragraphs = text?.AllBlocks.OfType<TextBlock>().Select(block => string.Concat(block.Content.Select(inline => inline is TextRun run ? run.Text : " "))) ?? [];
        return marking.Of(paragraphs.Prepend(story.Standfirst)) is { IsEmpty: false } lines ? lines : Markup.Encode(story.Standfirst);
    }
}
