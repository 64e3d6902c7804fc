using Broadsheet.Articles;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Translations.Reading;

/// <summary>
/// Tells search engines in which languages a story is to be had, as Google wants it (developers.google.com, "Tell Google about localized versions of your
/// page"): every page names all of them and itself, by whole addresses, and x-default names the one for everybody else.
/// </summary>
public sealed class AlternateLinks(StorySets sets, PaperOrigin origin) : HeadPart
{
    public override async ValueTask<Markup?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (page is not { Status: StatusCodes.Status200OK, Subject: Article { IsPublished: true } article }) return null;
        var set = await sets.OfAsync(article, cancellation);
        if (set.AlternatesOf(article) is not { Count: > 0 } alternates) return null;
        return new Markup(string.Join('\n', alternates.Select(story => Line(story.Edition.Language, story)).Append(Line("x-default", set.Default!))));
    }

    private string Line(string language, StoryOfSet story) =>
        $"<link rel=\"alternate\" hreflang=\"{Markup.Encode(language).Html}\" href=\"{Markup.Encode(origin.Whole(story.Path)).Html}\">";
}
