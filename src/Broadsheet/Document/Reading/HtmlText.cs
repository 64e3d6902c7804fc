using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Broadsheet.Document.Reading;

/// <summary>The words of an element, without what runs or styles; by a loop, for trees of any depth.</summary>
internal static class HtmlText
{
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        var waiting = new Stack<INode>();
        waiting.Push(root);
        while (waiting.TryPop(out var node))
        {
            if (node is IHtmlTemplateElement template) waiting.Push(template.Content);
            else if (node is IText words) text.Append(words.Data);
            else if (node is IElement { LocalName: "br" }) text.Append('\n');
            else if (node is not IElement { LocalName: "script" or "style" })
                for (var child = node.LastChild; child is not null; child = child.PreviousSibling) waiting.Push(child);
        }

        return text.ToString();
    }

    /// <summary>On one line, with single spaces.</summary>
    public static string Line(INode root) => string.Join(' ', Of(root).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
