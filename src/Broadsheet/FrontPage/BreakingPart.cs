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

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        // The end is part of the question: a line that is over is not read, and makes no page old again and again.
        var now = clock.GetUtcNow();
        if (await newspaper.BreakingLines.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == page.Edition.Id && row.Until > now, cancellation) is not { } line) return null;
        if (line.Story is not { } story) return new BreakingView(line.Text, null);
        if (page.Subject is Article here && here.PublicId == story) return null;

        return new BreakingView(line.Text, (await views.NamedAsync([story], page.Edition, cancellation)) is [var found] ? found.Href : null);
    }
}
