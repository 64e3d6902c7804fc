using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Translations.Desk;

/// <summary>POST /newsroom/articles/7/translations: a draft in another edition with the text that readers of this one see, and opens it.</summary>
public static class TranslateStory
{
    // Nothing of the source is changed: whoever may read it and may write at all begins a story of her own, as with the button "New story".
    public static void Map(IEndpointRouteBuilder newsroom) =>
        newsroom.MapPost("/articles/{id:long}/translations", Post).AnswersOnPage("translations").ChecksWhatReadersSee().ForWhoSeesIt().Requires(Permission.WriteArticles);

    internal static async Task<IResult> Post(long id, [FromForm] string? edition, Staff staff, Newspaper newspaper, TranslationDesk desk, CancellationToken stop)
    {
        if (await newspaper.Articles.FindAsync([id], stop) is null) return TypedResults.NotFound();
        if (!long.TryParse(edition, CultureInfo.InvariantCulture, out var chosen) || await newspaper.Editions.FindAsync([chosen], stop) is not { } into) throw new ArticleException(Text.T("translation.chooseEdition"));

        var article = await desk.BeginAsync(id, into, staff, stop);
        return TypedResults.Redirect($"/newsroom/articles/{article.Id}");
    }
}
