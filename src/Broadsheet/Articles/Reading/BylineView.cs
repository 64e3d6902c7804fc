using Broadsheet.Contributors;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Articles.Reading;

/// <summary>A name as printed over a story, with the contributor's page if there is one.</summary>
public sealed class BylineView(string name, string role, string? href) : View
{
    public string Name => name;
    public string Role => role;
    public string? Href => href;

    /// <summary>Whose name it is; null: nobody of the house.</summary>
    internal Guid? Contributor { get; private init; }

    /// <summary>The bylines that readers may see: somebody hidden leaves no trace, in old stories too.</summary>
    internal static IReadOnlyList<BylineView> Of(IEnumerable<Byline> bylines, IReadOnlyDictionary<Guid, Contributor> contributors, PaperEdition edition) =>
        [.. bylines.Select(byline => Of(byline, contributors, edition)).OfType<BylineView>()];

    /// <summary>Them in one line of text, as where there are no links.</summary>
    internal static string Line(IEnumerable<BylineView> bylines, ReaderWords words, PaperEdition edition) =>
        string.Join(words.Say(edition, "list.comma"), bylines.Select(one => one.Role.Length > 0 ? $"{one.Role} {one.Name}" : one.Name));

    private static BylineView? Of(Byline byline, IReadOnlyDictionary<Guid, Contributor> contributors, PaperEdition edition)
    {
        if (byline.Contributor is not { } id) return byline.Name.Length > 0 ? new(byline.Name, byline.Role, null) : null;
        if (contributors.GetValueOrDefault(id) is not { IsHidden: false } contributor) return null;

        return new(contributor.NameFor(byline.Name, edition.Code), byline.Role, edition.At(PaperOrigin.Path("by", contributor.Slug))) { Contributor = id };
    }
}
