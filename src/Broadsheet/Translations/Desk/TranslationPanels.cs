using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Components;

namespace Broadsheet.Translations.Desk;

/// <param name="Own">The story as a translation; null: it is none.</param>
/// <param name="Translations">What was translated from it.</param>
/// <param name="Free">Editions into which it can be translated.</param>
public sealed record TranslationPanelView(Article Article, IReadOnlyDictionary<long, Edition> Editions, TranslationLine? Own, IReadOnlyList<TranslationLine> Translations, IReadOnlyList<Edition> Free, RefusedAct? Act)
{
    public string Path => $"/newsroom/articles/{Article.Id}";

    public Edition Edition => Editions[Article.EditionId];
}

/// <summary>At the top of a story's page: what it is a translation of and how it stands, or what was translated from it and into what it can be.</summary>
internal sealed class TranslationPanels(Newspaper newspaper) : IStoryPanel
{
    public StoryPanelPlace Place => StoryPanelPlace.State;

    public int Position => 70;

    public async Task<RenderFragment?> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        if (editions.Count < 2) return null;

        var lines = await newspaper.Translations.With(article.Id).LinesAsync(newspaper, stop);
        var own = lines.FirstOrDefault(line => line.Article.Id == article.Id);
        var into = own is null && article.IsPublished ? editions.Where(edition => edition.Id != article.EditionId && lines.All(line => line.Article.EditionId != edition.Id)) : [];
        return StoryPanels.Of<TranslationPanel, TranslationPanelView>(new(article, editions.ToDictionary(row => row.Id), own, own is null ? lines : [], [.. into], act));
    }
}
