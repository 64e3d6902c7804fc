using Broadsheet.Accounts;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Keys;

/// <param name="Given">Who stands behind the text as it is.</param>
/// <param name="Cancelled">Whose key was to an earlier text, and which version that is.</param>
/// <param name="IsOwn">She wrote it, so somebody else publishes it.</param>
/// <param name="Difference">What changed since the last key that a change cancelled; null when none was.</param>
public sealed record KeysView(
    string Section, IReadOnlyList<KeyLine> Given, IReadOnlyList<KeyLine> Cancelled, bool HasMine, bool MayGive, bool IsOwn, bool MayGoAlone, KeyDifference? Difference)
{
    /// <summary>Null where the story's section demands no second key, or it is out already.</summary>
    internal static async Task<KeysView?> LoadAsync(Article article, Staff staff, Publication publication, Newspaper newspaper, CancellationToken stop)
    {
        var content = article.Draft.Content;
        if (article.IsPublished || !await publication.DemandsTwoKeysAsync(article, content, stop)) return null;

        var section = await newspaper.Sections.Where(row => row.PublicId == content.Section).Select(row => row.Name).FirstAsync(stop);
        var keys = await publication.KeysAsync(article, stop);
        var people = keys.Select(row => row.Key.By).ToHashSet();
        var names = await newspaper.StaffMembers.Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        var given = keys.Where(row => row.Opens(content)).DistinctBy(row => row.Key.By).ToList();
        var cancelled = keys.Reverse().Where(row => given.All(other => other.Key.By != row.Key.By)).DistinctBy(row => row.Key.By).ToList();
        var mayPublish = await newspaper.MayPublishAsync(article, staff, stop);

        return new(section, [.. given.Select(Line)], [.. cancelled.Select(Line)],
            given.Any(row => row.Key.By == staff.By), article.MayBeEditedBy(staff) || mayPublish, article.CreatedBy == staff.By,
            mayPublish && staff.May(Permission.PublishAlone), cancelled.Count == 0 ? null : KeyDifference.Between(cancelled[0].Version.Content, content));

        KeyLine Line(KeyToVersion row) => new(names.GetValueOrDefault(row.Key.By) ?? Text.T("keys.token"), row.Key.At, row.Version.Number);
    }
}

public sealed record KeyLine(string Name, DateTimeOffset At, int Version);
