using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;

namespace Broadsheet.Translations.Reading;

/// <summary>{{ editions }}: the edition switch. From a story it leads to the same story where there is a translation, else to the other front page.</summary>
public sealed class EditionsPart(Newspaper newspaper, StorySets sets) : PagePart
{
    public override string Name => "editions";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        var editions = await newspaper.AllEditionsAsync(cancellation);
        var stories = page.Subject is Article article && editions.Count > 1
            ? (await sets.OfAsync(article, cancellation)).Stories.ToDictionary(story => story.Edition.Id, story => story.Path) : [];
        return editions.ConvertAll(edition => new EditionLinkView(edition, stories.GetValueOrDefault(edition.Id), edition.Id == page.Edition.Id)
        {
            // Two of one language are told apart by what they are called.
            Name = editions.Count(other => other.LanguageName == edition.LanguageName) > 1 ? edition.Name : edition.LanguageName,
        });
    }
}

/// <summary>An edition in the switch, under its language's own name.</summary>
/// <param name="story">The same story in that edition; null where there is none.</param>
public sealed class EditionLinkView(Edition edition, string? story, bool isCurrent) : View
{
    protected internal override string Source => $"edition:{edition.Id}";

    public required string Name { get; init; }
    public string Href => story ?? edition.ForPaper().Home;
    public string Language => edition.Language;
    public string Direction => edition.Direction;
    public bool IsCurrent => isCurrent;

    /// <summary>It leads to the story that is read, in another language.</summary>
    public bool IsSameStory => story is not null && !isCurrent;
}
