using System.Globalization;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>What an article's form offers to choose from: its edition's sections and topics, the names, the latest stories.</summary>
public sealed record ArticleChoices(
    Edition Edition, IReadOnlyList<Choice> Sections, IReadOnlyList<Choice> Topics, IReadOnlyList<Choice> Contributors, IReadOnlyList<Choice> Related,
    IReadOnlyList<Choice> SuggestedTopics, IReadOnlyList<Choice> Series, IReadOnlyDictionary<long, string> SectionSlugs, IReadOnlyList<PictureJson> Pictures)
{
    private const int LatestStories = 60;

    public static IEnumerable<Choice> Kinds { get; } = Named<ArticleKind>("article.kind");

    public static IEnumerable<Choice> SourceKinds { get; } = Named<ArticleSourceKind>("article.source");

    public static IEnumerable<Choice> Channels { get; } = Named<Channel>("article.channel");

    internal static async Task<ArticleChoices> LoadAsync(Article article, ArticleForm form, Newspaper newspaper, CancellationToken stop)
    {
        var edition = await newspaper.Editions.SingleAsync(row => row.Id == article.EditionId, stop);
        var sections = await newspaper.Sections.Where(row => row.EditionId == edition.Id).OrderBy(row => row.Position).ToListAsync(stop);
        var topics = await newspaper.Topics.Where(row => row.EditionId == edition.Id).OrderBy(row => row.Name).ToListAsync(stop);
        var named = await MergedAsync(form, newspaper, stop);
        var ticked = topics.Where(row => named.ContainsKey(row.Id) || form.All("Topics").Contains(row.PublicId.ToString())).Select(row => row.Id).ToHashSet();
        var suggested = await TopicSuggestions.ForAsync(article.Draft.Content, topics, ticked, newspaper, stop);
        var contributors = await newspaper.Contributors.Where(row => !row.IsHidden).ToListAsync(stop);

        return new(edition,
            [.. sections.Select(row => new Choice(row.PublicId.ToString(), row.Name))],
            [.. topics.Except(suggested).Select(row => new Choice((named.TryGetValue(row.Id, out var before) ? before : row.PublicId).ToString(), row.Name))],
            // In the order of what is printed: by the name behind it a pen name would stand where it gives that away.
            [.. contributors.Select(row => new Choice(row.PublicId.ToString(), row.PrintedName(edition.Code))).OrderBy(choice => choice.Label, StringComparer.Create(CultureInfo.GetCultureInfo(edition.Language), ignoreCase: true))],
            await RelatedAsync(article, newspaper, stop),
            [.. suggested.Select(row => new Choice(row.PublicId.ToString(), row.Name))],
            await SeriesAsync(edition.Id, form, newspaper, stop),
            sections.ToDictionary(row => row.Id, row => row.Slug),
            await newspaper.Pictures.ToChooseAsync(Guid.TryParse(form["LeadPicture"], out var lead) ? lead : null, stop));
    }

    // What is finished is no longer offered, save to the stories in it.
    private static async Task<List<Choice>> SeriesAsync(long edition, ArticleForm form, Newspaper newspaper, CancellationToken stop)
    {
        Guid? chosen = Guid.TryParse(form["Series"], out var id) ? id : null;
        var series = await newspaper.StorySeries.Where(row => row.EditionId == edition && (!row.IsFinished || row.PublicId == chosen)).OrderByDescending(row => row.Id).Select(row => new { row.PublicId, row.Name }).ToListAsync(stop);
        return [.. series.Select(row => new Choice(row.PublicId.ToString(), row.Name))];
    }

    // The draft may name a topic that was merged since: the box of the one that took its place stands for both.
    private static async Task<Dictionary<long, Guid>> MergedAsync(ArticleForm form, Newspaper newspaper, CancellationToken stop)
    {
        var named = form.All("Topics").Select(id => Guid.TryParse(id, out var topic) ? topic : Guid.Empty).ToHashSet();
        var merged = await newspaper.AllTopics.Where(row => named.Contains(row.PublicId) && row.MergedIntoId != null).Select(row => new { row.PublicId, Into = row.MergedIntoId!.Value }).ToListAsync(stop);
        var kept = await newspaper.Topics.Where(row => named.Contains(row.PublicId)).Select(row => row.Id).ToListAsync(stop);
        return merged.Where(row => !kept.Contains(row.Into)).DistinctBy(row => row.Into).ToDictionary(row => row.Into, row => row.PublicId);
    }

    private static async Task<List<Choice>> RelatedAsync(Article article, Newspaper newspaper, CancellationToken stop)
    {
        var chosen = article.Draft.Content.Related;
        var others = newspaper.Articles.Where(row => row.Id != article.Id && row.EditionId == article.EditionId && row.PublishedVersionId != null);
        var latest = await others.LatestFirst().Take(LatestStories).Select(row => new { row.PublicId, row.Headline }).ToListAsync(stop);
        var kept = await newspaper.Articles.Where(row => chosen.Contains(row.PublicId)).Select(row => new { row.PublicId, row.Headline }).ToListAsync(stop);
        return [.. kept.Union(latest).Select(row => new Choice(row.PublicId.ToString(), row.Headline))];
    }

    private static Choice[] Named<T>(string prefix) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), Text.T($"{prefix}.{value}")))];
}
