namespace Broadsheet.Articles.CoEditing;

/// <summary>Fields that are one thing: a row of the byline, a picture with its caption. They change together, and the last writer of one wins it whole.</summary>
internal static class FieldGroups
{
    private static readonly string[][] Together =
    [
        ["BylineContributor", "BylineName", "BylineRole"],
        ["LeadPicture", "LeadCaption", "LeadAlt"],
        ["SourceKind", "SourceItem", "SourceCredit", "SourceAddress", "Withheld", "RightsEnd"],
    ];

    /// <summary>The group's name: its first field.</summary>
    public static string Of(string field) => Fields(field)[0];

    public static IReadOnlyList<string> Fields(string field) => Together.FirstOrDefault(group => group.Contains(field)) ?? [field];

    /// <summary>The fields that differ, with all of their groups; null when none does. Times are in UTC, since the log serves every clock.</summary>
    public static Dictionary<string, string[]>? Changed(ArticleContent before, ArticleContent after)
    {
        if (before with { Body = after.Body } == after) return null;
        var (old, fresh) = (ArticleForm.Of(before, TimeZoneInfo.Utc).Fields, ArticleForm.Of(after, TimeZoneInfo.Utc).Fields);
        var changed = fresh.Where(field => !field.Value.SequenceEqual(old[field.Key])).SelectMany(field => Fields(field.Key)).ToHashSet();
        return changed.Count == 0 ? null : changed.ToDictionary(name => name, name => fresh[name]);
    }
}
