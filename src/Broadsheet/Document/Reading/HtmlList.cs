using System.Globalization;
using AngleSharp.Dom;

namespace Broadsheet.Document.Reading;

/// <summary>Lists. Google Docs puts a nested list beside its item instead of into it; Word on the web writes one list an item.</summary>
internal static class HtmlList
{
    public static IEnumerable<Block> Read(IElement list, InlineStyle style, HtmlWalk walk)
    {
        var parts = new ListParts(list.LocalName == "ol", Start(list));
        foreach (var child in list.ChildNodes)
        {
            if (child is IElement { LocalName: "ul" or "ol" } inner) parts.Deeper(walk.Inside([inner], style, HtmlWalk.Dir(list)));
            else parts.Item(walk.Inside([child], style, HtmlWalk.Dir(list)));
        }

        return parts.Finish();
    }

    /// <summary>Word on the web: the level stands in an attribute and every item has a list of its own.</summary>
    public static bool IsFlat(IElement list) => list.Children.Any(child => child.HasAttribute("data-aria-level"));

    public static IEnumerable<Block> FlatItem(IElement item, List<Block> content)
    {
        var level = int.TryParse(item.GetAttribute("data-aria-level"), out var number) ? Math.Clamp(number, 1, 9) : 1;
        var list = item.ParentElement;
        return Entries(level, list?.LocalName == "ol", list is null ? 1 : Start(list), content);
    }

    /// <summary>An item and, where it holds what no list can, its end and that.</summary>
    public static IEnumerable<Block> Entries(int level, bool isOrdered, int start, List<Block> content) =>
        Fitting.Wrap(content.SelectMany(Fitting.AsFlow), Fitting.IsFlow, flow => new ListEntry(level, isOrdered, start, Fitting.Item(flow).Content));

    private static int Start(IElement list) =>
        int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? Math.Min(start, 1_000_000) : 1;
}
