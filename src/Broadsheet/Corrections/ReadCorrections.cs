using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections;

/// <summary>/corrections: everything an edition has put right, the newest first.</summary>
public static class ReadCorrections
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/corrections", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, ReaderWords words, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition || Listing.NumberIn(http.Request) is not { } number) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        var found = await newspaper.LedgerOf(edition.Id).Skip((number - 1) * Listing.Length).Take(Listing.Length + 1).ToListAsync(stop);
        if (found.Count == 0 && number > 1) return await Missing.AnswerAsync(http, newspaper, stop);

        var pager = new PagerView(paper.At("/corrections"), number, hasMore: found.Count > Listing.Length && number < Listing.LastPage);
        var entries = await newspaper.WithStoriesAsync(found.Take(Listing.Length).ToList(), paper, clock.GetUtcNow(), stop);
        var page = new CorrectionsPageView([.. entries.Select(entry => entry.View)], pager);
        return new PaperResult(new PaperPage(paper, "corrections", page, ListHead.Of(words.Say(paper, "corrections.title"), words.Say(paper, "corrections.description"), pager, origin)) { Subject = page });
    }
}

public sealed class CorrectionsPageView(IReadOnlyList<CorrectionView> entries, PagerView pager) : View
{
    public IReadOnlyList<CorrectionView> Entries => entries;
    public PagerView Pager => pager;
}
