using System.Globalization;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.History;

/// <summary>A point of a story's history that can be compared: a version by its number, or the draft as it stands.</summary>
/// <param name="Number">Null: the draft.</param>
/// <param name="Content">Null where the law had it destroyed.</param>
public sealed record VersionPoint(int? Number, ArticleContent? Content, DateTimeOffset At, Tombstone? Tombstone)
{
    public const string Draft = "draft";

    /// <summary>As an address names it.</summary>
    public string Name => Number?.ToString(CultureInfo.InvariantCulture) ?? Draft;

    /// <param name="name">"3" or "draft".</param>
    /// <returns>Null: there is no such version.</returns>
    public static async Task<VersionPoint?> FindAsync(string name, Article article, Newspaper newspaper, CancellationToken stop)
    {
        if (name == Draft) return new(null, article.Draft.Content, article.Draft.SavedAt, null);
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var version = await newspaper.ArticleVersions.AsNoTracking().SingleOrDefaultAsync(row => row.ArticleId == article.Id && row.Number == number, stop);
        return version is null ? null : new(number, version.Tombstone is null ? version.Content : null, version.MadeAt, version.Tombstone);
    }
}
