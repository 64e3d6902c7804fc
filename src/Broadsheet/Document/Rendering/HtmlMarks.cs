namespace Broadsheet.Document.Rendering;

internal static class HtmlMarks
{
    public static string Element(Mark mark) => mark switch
    {
        BoldMark => "strong",
        ItalicMark => "em",
        StrikeMark => "s",
        SubscriptMark => "sub",
        SuperscriptMark => "sup",
        CodeMark => "code",
        _ => throw new InvalidOperationException($"No element for {mark.GetType().Name}"),
    };
}
