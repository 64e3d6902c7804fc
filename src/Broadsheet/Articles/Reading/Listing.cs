using System.Globalization;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

/// <summary>One page of a long list. The next one is known by asking for one story more than is shown: counting
/// an archive takes longer the larger it is (promise 36).</summary>
public sealed record Listing(IReadOnlyList<StoryView> Stories, PagerView Pager)
{
    public const int Length = 20;

    // Beyond this the archive is searched, not leafed through; OFFSET reads all that it skips.
    internal const int LastPage = 500;

    /// <summary>The number in "?page=2"; null when the page must not exist: the first has no number.</summary>
    public static int? NumberIn(HttpRequest request)
    {
        if (!request.Query.TryGetValue("page", out var text)) return 1;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and <= LastPage && text == number.ToString(CultureInfo.InvariantCulture) ? number : null;
    }

    /// <param name="articles">In the order of the list.</param>
    public static async Task<Listing> OfAsync(IQueryable<Article> articles, int number, string path, PaperEdition edition, StoryViews views, CancellationToken stop)
    {
        var found = await articles.Skip((number - 1) * Length).Take(Length + 1).AsNoTracking().ToListAsync(stop);
        var stories = await views.OfAsync(found.Take(Length).ToList(), edition, stop);
        return new(stories, new PagerView(path, number, hasMore: found.Count > Length && number < LastPage));
    }
}

public sealed class PagerView(string path, int number, bool hasMore) : View
{
    public int Number => number;
    public bool IsFirst => number == 1;
    public string? Newer => number > 1 ? PaperOrigin.PageOf(path, number - 1) : null;
    public string? Older => hasMore ? PaperOrigin.PageOf(path, number + 1) : null;
    internal string Here => PaperOrigin.PageOf(path, number);
}
