using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Broadsheet.Document.Reading;

/// <summary>Word's lists: paragraphs with "mso-list: l0 level2 lfo1" and the sign written out in front.</summary>
internal static partial class WordList
{
    public sealed record Sign(int Level, bool IsOrdered, int Start);

    public static Sign? Entry(IElement element, string msoList)
    {
        if (element.LocalName is not ("p" or "div" or "li") || IsNumberedHeading(element)) return null;
        var level = LevelForm().Match(msoList);
        if (!level.Success || element.LocalName == "li" && element.ParentElement?.LocalName is "ul" or "ol") return null;

        var sign = element.QuerySelectorAll("[style]").FirstOrDefault(span => new CssDeclarations(span.GetAttribute("style"))["mso-list"] == "ignore");
        var text = sign is null ? "" : HtmlText.Line(sign);
        var number = Numbered().Match(text);
        return new(
            Math.Clamp(int.Parse(level.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1, 9), number.Success,
            int.TryParse(number.Groups["number"].Value, out var start) ? Math.Clamp(start, 0, 1_000_000) : 1);
    }

    /// <summary>Headings keep their numbers, as words: a heading is no list item.</summary>
    public static bool IsNumberedHeading(IElement element)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (at.LocalName is ['h', >= '1' and <= '6']) return true;
            if (at.LocalName is "p" or "div") return false;
        }

        return false;
    }

    [GeneratedRegex(@"level([0-9]{1,2})")]
    private static partial Regex LevelForm();

    // 3. · 3) · (3) · iv. · b) · א. · ٣. — anything else is a bullet; a lone "o" is Word's hollow one.
    [GeneratedRegex(@"^\(?(?:(?<number>[0-9]{1,6})|[\p{Nd}]{1,6}|[ivxlcdmIVXLCDM]{1,7}|\p{L}{1,2})[.)](?:[0-9]+[.)])*$")]
    private static partial Regex Numbered();
}
