using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Translations;

/// <summary>A paper of several editions, and stories of it that are each other's translations.</summary>
internal static partial class Sets
{
    /// <summary>Whoever acts where it does not matter who.</summary>
    public static Staff Desk { get; } = new("desk", Staff.Nothing, null);

    /// <summary>An edition with one section, city.</summary>
    public static async Task<(Edition Edition, Section City)> EditionAsync(this Newsroom newsroom, string code, string name, string language, int position)
    {
        var edition = new Edition(code, name, language, "Europe/London", position);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(edition));
        var city = new Section(edition.Id, name, "city", 0);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(city));
        return (edition, city);
    }

    public static Task<Article> DraftInAsync(this Newsroom newsroom, (Edition Edition, Section City) place, string headline, string body = "Text.") => newsroom.AskAsync(async newspaper =>
    {
        var article = new Article(place.Edition.Id, newsroom.Clock.GetUtcNow());
        article.SaveDraft(new ArticleContent { Headline = headline, Section = place.City.PublicId, Body = DraftDocument.OfText(body) }, article.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        newspaper.Articles.Add(article);
        await newspaper.SaveChangesAsync();
        return article;
    });

    public static async Task LinkAsync(this Newsroom newsroom, Article article, Article source)
    {
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TranslationDesk>().LinkAsync(article.Id, source.Id, Desk);
    }

    public static Task WriteAsync(this Newsroom newsroom, Article article, Func<ArticleContent, ArticleContent> change) => newsroom.AskAsync(async newspaper =>
    {
        var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == article.Id);
        found.SaveDraft(change(found.Draft.Content), found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        return await newspaper.SaveChangesAsync();
    });

    /// <summary>What a page tells search engines: language to address.</summary>
    public static async Task<Dictionary<string, string>> AlternatesAsync(this Newsroom newsroom, string path) =>
        Alternate().Matches(await newsroom.Client.GetStringAsync(path)).ToDictionary(link => link.Groups[1].Value, link => new Uri(WebUtility.HtmlDecode(link.Groups[2].Value)).AbsolutePath);

    [GeneratedRegex("<link rel=\"alternate\" hreflang=\"([^\"]+)\" href=\"([^\"]+)\">")]
    private static partial Regex Alternate();
}
