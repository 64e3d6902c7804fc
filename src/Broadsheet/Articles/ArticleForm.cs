using System.Globalization;

namespace Broadsheet.Articles;

/// <summary>
/// All that an editor writes about a story but its body, as the fields of one form: names and what stands in them. The
/// page without script posts them, the autosave sends them as JSON, and a stale save gets them back. The body is no
/// field, so that no form can blank it.
/// </summary>
public sealed record ArticleForm(IReadOnlyDictionary<string, string[]> Fields)
{
    /// <summary>The first value of a field; empty when there is none.</summary>
    public string this[string name] => Fields.TryGetValue(name, out var values) && values.Length > 0 ? values[0] : "";

    /// <summary>Every value of a field that is not empty.</summary>
    public string[] All(string name) => Fields.TryGetValue(name, out var values) ? [.. values.Where(value => value.Length > 0)] : [];

    public static ArticleForm From(IFormCollection form) =>
        new(form.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.Select(value => (value ?? "").ReplaceLineEndings("\n")).ToArray()));

    /// <param name="zone">The edition's time zone, in which times are typed.</param>
    public static ArticleForm Of(ArticleContent content, TimeZoneInfo zone) => new(new Dictionary<string, string[]>
    {
        ["Headline"] = [content.Headline],
        ["ShortHeadline"] = [content.ShortHeadline],
        ["Standfirst"] = [content.Standfirst],
        ["Dateline"] = [content.Dateline],
        ["Kind"] = [content.Kind.ToString()],
        ["Payer"] = [content.Payer],
        ["Section"] = [Id(content.Section)],
        ["AlsoIn"] = ["", .. content.AlsoIn.Select(id => Id(id))],
        ["Topics"] = ["", .. content.Topics.Select(id => Id(id))],
        ["Series"] = [Id(content.Series)],
        ["BylineContributor"] = [.. content.Bylines.Select(line => Id(line.Contributor))],
        ["BylineName"] = [.. content.Bylines.Select(line => line.Name)],
        ["BylineRole"] = [.. content.Bylines.Select(line => line.Role)],
        ["LeadPicture"] = [Id(content.LeadPicture?.Picture)],
        ["LeadCaption"] = [content.LeadPicture?.Caption ?? ""],
        ["LeadAlt"] = [content.LeadPicture?.AltText ?? ""],
        ["Slug"] = [content.Slug],
        ["SearchTitle"] = [content.SearchTitle],
        ["SearchDescription"] = [content.SearchDescription],
        ["Related"] = [.. content.Related.Select(id => Id(id))],
        ["SourceKind"] = [(content.Source?.Kind ?? ArticleSourceKind.Own).ToString()],
        ["SourceItem"] = [content.Source?.ItemId ?? ""],
        ["SourceCredit"] = [content.Source?.Credit ?? ""],
        ["SourceAddress"] = [content.Source?.CanonicalUrl ?? ""],
        ["Withheld"] = ["", .. content.Source?.Withheld.Select(channel => channel.ToString()) ?? []],
        ["RightsEnd"] = [content.Source?.RightsEnd is { } end ? Local(end, zone) : ""],
        ["IsSensitive"] = ["", .. content.IsSensitive ? ["true"] : Array.Empty<string>()],
    });

    /// <summary>
    /// The content with these fields in it. A field that the form did not have stays as it was: half a form
    /// (a script's, an old page's) must not blank the other half.
    /// </summary>
    public ArticleContent Over(ArticleContent before, TimeZoneInfo zone) => before with
    {
        Headline = Line("Headline", before.Headline),
        ShortHeadline = Line("ShortHeadline", before.ShortHeadline),
        Standfirst = Words("Standfirst", before.Standfirst),
        Dateline = Line("Dateline", before.Dateline),
        Kind = Choice("Kind", before.Kind),
        Payer = Line("Payer", before.Payer),
        Section = Has("Section") ? Guids("Section").Select(id => (Guid?)id).FirstOrDefault() : before.Section,
        AlsoIn = Has("AlsoIn") ? Guids("AlsoIn") : before.AlsoIn,
        Topics = Has("Topics") ? Guids("Topics") : before.Topics,
        Series = Has("Series") ? Guids("Series").Select(id => (Guid?)id).FirstOrDefault() : before.Series,
        Bylines = Has("BylineContributor") ? ReadBylines() : before.Bylines,
        LeadPicture = Has("LeadPicture") ? ReadLeadPicture(before.LeadPicture) : before.LeadPicture,
        Slug = Line("Slug", before.Slug),
        SearchTitle = Line("SearchTitle", before.SearchTitle),
        SearchDescription = Words("SearchDescription", before.SearchDescription),
        Related = Has("Related") ? Guids("Related") : before.Related,
        Source = Has("SourceKind") ? ReadSource(zone) : before.Source,
        IsSensitive = Has("IsSensitive") ? All("IsSensitive").Length > 0 : before.IsSensitive,
    };

    private bool Has(string name) => Fields.ContainsKey(name);

    private string Words(string name, string before) => Has(name) ? this[name] : before;

    // One-line fields: a line break that was pasted in becomes a space.
    private string Line(string name, string before) => Has(name) ? this[name].ReplaceLineEndings(" ") : before;

    private T Choice<T>(string name, T before) where T : struct, Enum => Enum.TryParse<T>(this[name], out var chosen) && Enum.IsDefined(chosen) ? chosen : before;

    private Guid[] Guids(string name) => [.. All(name).Where(value => Guid.TryParse(value, out _)).Select(Guid.Parse).Distinct()];

    private List<Byline> ReadBylines()
    {
        var (contributors, names, roles) = (Fields["BylineContributor"], Fields.GetValueOrDefault("BylineName", []), Fields.GetValueOrDefault("BylineRole", []));
        return [.. contributors
            .Select((id, at) => new Byline(Guid.TryParse(id, out var known) ? known : null, names.ElementAtOrDefault(at) ?? "", roles.ElementAtOrDefault(at) ?? ""))
            .Where(line => line is not { Contributor: null, Name: "" })];
    }

    private PictureUse? ReadLeadPicture(PictureUse? before) =>
        Guid.TryParse(this["LeadPicture"], out var picture)
            ? new PictureUse(picture, Words("LeadCaption", before?.Caption ?? ""), Words("LeadAlt", before?.AltText ?? ""))
            : null;

    private ArticleSource? ReadSource(TimeZoneInfo zone)
    {
        var source = new ArticleSource
        {
            Kind = Choice("SourceKind", ArticleSourceKind.Own),
            ItemId = this["SourceItem"],
            Credit = this["SourceCredit"],
            CanonicalUrl = this["SourceAddress"],
            Withheld = [.. All("Withheld").Where(value => Enum.TryParse<Channel>(value, out _)).Select(Enum.Parse<Channel>)],
            RightsEnd = Instant(this["RightsEnd"], zone),
        };
        return source is { Kind: ArticleSourceKind.Own, ItemId: "", Credit: "", CanonicalUrl: "", Withheld.Count: 0, RightsEnd: null } ? null : source;
    }

    private static string Id(Guid? id) => id?.ToString() ?? "";

    internal static string Local(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string local, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
        // A time that summer time skips means the moment the clock jumps to; one it doubles, the first of the two.
        if (zone.IsInvalidTime(time)) time = time.AddHours(1);
        var offset = zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max() : zone.GetUtcOffset(time);
        return new DateTimeOffset(time, offset).ToUniversalTime();
    }
}
