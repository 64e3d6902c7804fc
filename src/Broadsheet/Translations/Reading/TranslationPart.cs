using Broadsheet.Articles.Reading;
using Broadsheet.Corrections;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Translations.Reading;

/// <summary>{{ translation }} on a story's page: that its original was corrected or withdrawn and this translation is not up to date yet. Null on every other.</summary>
public sealed class TranslationPart(Newspaper newspaper, StorySets sets) : PagePart
{
    public override string Name => "translation";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page.Content is not ArticlePageView { Article.Shown: var article }) return null;
        var set = await sets.OfAsync(article, cancellation);
        if (set is not { Own: { } own, Source: { } source }) return null;

        return own.UrgentOf(source, await newspaper.CorrectionsOf(source.Id).ToListAsync(cancellation)) is { At: { } at } urgent
            ? new TranslationView(urgent.State, at, set.Stories.FirstOrDefault(story => story.Article.Id == source.Id)) : null;
    }
}

/// <summary>What readers of a translation are told about its original.</summary>
public sealed class TranslationView(OriginalState state, DateTimeOffset at, StoryOfSet? original) : View
{
    /// <summary>The key of what it says: <c>{{ translation.text_key | t: time: … }}</c>.</summary>
    public string TextKey => state == OriginalState.Withdrawn ? "translation.withdrawn" : "translation.corrected";

    public DateTimeOffset At => at;

    /// <summary>Where the original can be read; null when it cannot.</summary>
    public string? Original => original?.Path;

    /// <summary>Its language.</summary>
    public string Language => original?.Edition.Language ?? "";
}
