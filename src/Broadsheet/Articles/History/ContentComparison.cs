using System.Globalization;
using Broadsheet.Document.Comparing;
using Broadsheet.Web;

namespace Broadsheet.Articles.History;

/// <summary>One field of two contents.</summary>
/// <param name="Name">As the article's form names it.</param>
public sealed record ComparedField(string Name, TextComparison Words)
{
    public string Label => Text.T(Text.Has($"history.field.{Name}") ? $"history.field.{Name}" : $"article.field.{Name}");
}

/// <summary>Everything in which two contents of a story differ, and the body whole.</summary>
/// <param name="Fields">Those that differ.</param>
/// <param name="Picture">The lead picture before and after; null when it is the same.</param>
public sealed record ContentComparison(IReadOnlyList<ComparedField> Fields, (Guid? Before, Guid? After)? Picture, DocumentComparison Body)
{
    public bool Differs => Fields.Count > 0 || Picture is not null || Body.Differs;

    /// <param name="names">What sections, topics, contributors and stories are called, by their public ids.</param>
    /// <param name="zone">The edition's time zone.</param>
    public static ContentComparison Of(ArticleContent before, ArticleContent after, IReadOnlyDictionary<Guid, string> names, TimeZoneInfo zone)
    {
        var (was, now) = (FieldsOf(before, names, zone), FieldsOf(after, names, zone));
        var fields = was.Keys.Select(name => new ComparedField(name, TextComparison.Of(was[name], now[name]))).Where(field => field.Words.Differs);
        (Guid?, Guid?) pictures = (before.LeadPicture?.Picture, after.LeadPicture?.Picture);
        return new([.. fields], pictures.Item1 == pictures.Item2 ? null : pictures, DocumentComparison.Of(before.Body, after.Body));
    }

    /// <summary>Every other thing that a content names, so that all names are asked for at once.</summary>
    internal static IEnumerable<Guid> NamedIn(ArticleContent content) =>
        [.. content.Section is { } section ? [section] : Array.Empty<Guid>(), .. content.AlsoIn, .. content.Topics, .. content.Series is { } series ? [series] : Array.Empty<Guid>(), .. content.Related, .. content.Bylines.Select(line => line.Contributor).OfType<Guid>()];

    private static Dictionary<string, string> FieldsOf(ArticleContent content, IReadOnlyDictionary<Guid, string> names, TimeZoneInfo zone)
    {
        return new()
        {
            ["Headline"] = content.Headline,
            ["Standfirst"] = content.Standfirst,
            ["Dateline"] = content.Dateline,
            ["BylineName"] = Lines(content.Bylines.Select(line => $"{(line.Name.Length > 0 ? line.Name : line.Contributor is { } who ? Name(who) : "")}{(line.Role.Length > 0 ? $" ({line.Role})" : "")}")),
            ["LeadCaption"] = content.LeadPicture?.Caption ?? "",
            ["LeadAlt"] = content.LeadPicture?.AltText ?? "",
            ["ShortHeadline"] = content.ShortHeadline,
            ["Section"] = content.Section is { } section ? Name(section) : "",
            ["AlsoIn"] = Lines(content.AlsoIn.Select(Name)),
            ["Topics"] = Lines(content.Topics.Select(Name)),
            ["Series"] = content.Series is { } series ? Name(series) : "",
            ["Kind"] = Text.T($"article.kind.{content.Kind}"),
            ["Payer"] = content.Payer,
            ["Slug"] = content.Slug,
            ["SearchTitle"] = content.SearchTitle,
            ["SearchDescription"] = content.SearchDescription,
            ["Related"] = Lines(content.Related.Select(Name)),
            ["SourceKind"] = content.Source is { } source ? Text.T($"article.source.{source.Kind}") : "",
            ["SourceItem"] = content.Source?.ItemId ?? "",
            ["SourceCredit"] = content.Source?.Credit ?? "",
            ["SourceAddress"] = content.Source?.CanonicalUrl ?? "",
            ["Withheld"] = Lines(content.Source?.Withheld.Select(channel => Text.T($"article.channel.{channel}")) ?? []),
            ["RightsEnd"] = content.Source?.RightsEnd is { } end ? TimeZoneInfo.ConvertTime(end, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "",
            ["IsSensitive"] = Text.T(content.IsSensitive ? "history.yes" : "history.no"),
        };

        string Name(Guid id) => names.GetValueOrDefault(id) ?? id.ToString();
    }

    private static string Lines(IEnumerable<string> names) => string.Join(", ", names);
}
