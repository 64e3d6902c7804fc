using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>A line that breaks, and the story it leads to.</summary>
public sealed class BreakingView(string text, string? href) : View
{
    public string Text => text;

    /// <summary>Null while there is no story to read.</summary>
    public string? Href => href;
}

/// <summary>{{ breaking }}: the breaking-news line of the edition while it holds. Not on the page of its own story, where the reader is.</summary>
public sealed class BreakingPart(Newspaper newspaper, StoryViews views, TimeProvider clock) : PagePart
{
    public override string Name => "breaking";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation) => await OfAsync(page.Edition, (page.Subject as Article)?.PublicId, cancellation);

    /// <param name="here">The story on whose page it would stand; null: on another page.</param>
    internal async Task<BreakingView?> OfAsync(PaperEdition edition, Guid? here, CancellationToken cancellation)
    {
        // The end is part of the question: a line that is over is not read, and makes no page old again and again. One that holds is shown for a time, so it is
        // not shared; that there is none is, until one is written.
        var now = clock.GetUtcNow();
        var line = await newspaper.SharedAsync((Name, edition.Id), () => newspaper.BreakingLines.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Until > now, cancellation));
        if (line is null) return null;
        if (line.Story is not { } story) return new BreakingView(line.Text, null);
        if (story == here) return null;

        return new BreakingView(line.Text, (await views.NamedAsync([story], edition, cancellation)) is [var found] ? found.Href : null);
    }
}
