using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Syndication.Republication;

/// <summary>{{ republish }} on a story's page: where others may take its text; null where they may not.</summary>
internal sealed class RepublishPart(Newspaper newspaper, PublicBodies bodies) : PagePart
{
    public override string Name => "republish";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation) =>
        page.Content is ArticlePageView { Article: { Id.Length: > 0, Section: { } section, Shown: var article } }
        && (await newspaper.SettingOfAsync<RepublicationTerms>(page.Edition.Id, cancellation)).Value.IsOn
        && StoryRights.MayBeRepublished(article, await bodies.AccessAsync(article, cancellation)) ? $"{section.Href}{PaperOrigin.Path(article.Slug)}/republish" : null;
}
