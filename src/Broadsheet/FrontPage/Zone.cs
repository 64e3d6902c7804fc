using System.Globalization;
using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper.Themes;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <summary>A zone of one edition's front page: one of the theme's, or one of a section.</summary>
/// <param name="Id">How layouts name it: <c>lead</c>, or <c>rows-</c> and the section's public id.</param>
/// <param name="Title">As the newsroom calls it.</param>
public sealed record Zone(string Id, string Title, ThemeZone Theme, Section? Section)
{
    public int Slots => Theme.Slots;

    /// <summary>What fills it where editors chose nothing.</summary>
    public ZoneRule OwnRule => new(Id, Section is not null ? FillKind.Section : Theme.Fill == "most-read" ? FillKind.MostRead : FillKind.Newest, Section?.PublicId, Theme.LeavesOut);

    internal bool Fits(ArticleKind kind) => !Theme.Never.Contains(kind);

    /// <summary>Whether a story that comes by itself is one to open the zone with.</summary>
    internal bool OpensWith(StoryView story) => !story.IsSponsored && Theme.Opens.All(word => word == "picture" ? story.Picture is not null : story.Kind.Length == 0);
}

/// <summary>Finds the zones of an edition's front page, in the order in which they fill and stand.</summary>
public sealed class Zones(CurrentTheme current, Newspaper newspaper)
{
    // A form is read, an act is done and the page arranged over the same zones: they are asked for once.
    private readonly Dictionary<long, IReadOnlyList<Zone>> _known = [];

    public async Task<IReadOnlyList<Zone>> OfAsync(long edition, CancellationToken stop) =>
        _known.TryGetValue(edition, out var known) ? known : _known[edition] = await FindAsync(edition, stop);

    private async Task<IReadOnlyList<Zone>> FindAsync(long edition, CancellationToken stop)
    {
        var sections = await newspaper.SectionsOfAsync(edition, stop);
        return [.. current.Zones().SelectMany(theme => theme.IsEachSection
            ? sections.Select(section => new Zone($"{theme.Name}-{section.PublicId}", section.Name, theme, section))
            : [new Zone(theme.Name, TitleOf(theme.Name), theme, null)])];
    }

    // A theme's own zones are named in its own strings; ours in the newsroom's.
    private string TitleOf(string name) =>
        current.Read().Strings.Find("en", $"zone.{name}")?.Print(CultureInfo.InvariantCulture, _ => "", _ => 0) ?? (Text.Has($"frontPage.zone.{name}") ? Text.T($"frontPage.zone.{name}") : name);
}
