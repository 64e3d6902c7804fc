using AngleSharp.Dom;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>What is not part of the text. Where somebody could miss it, the report names it.</summary>
internal static class HtmlLeftOut
{
    public static bool IsLeftOut(IElement element, CssDeclarations css, ReadingContext context)
    {
        switch (element.LocalName)
        {
            case "script":
                context.Note(ReadingNoteKind.Script, T("reading.note.script"), element.GetAttribute("src") ?? element.TextContent);
                return true;
            case "style":
                context.Note(ReadingNoteKind.Style, T("reading.note.style"), element.TextContent);
                return true;
            // Inside a drawing or formula these are elements like others, and may hold words.
            case "head" or "meta" or "link" or "base" or "col" or "colgroup" or "wbr" or "param" or "source" or "track":
                return !element.HasChildNodes || element.LocalName == "head";
            case "noframes" or "noembed":
                // Raw text to the parser: markup in it would come out as words.
                if (element.TextContent.Trim() != "") context.Note(ReadingNoteKind.Frame, T("reading.note.noscript"), element.TextContent);
                return true;
            case "input" or "select" or "textarea" or "button":
                context.NoteOnce(ReadingNoteKind.Form, T("reading.note.form"));
                return element.LocalName == "input" && !element.HasChildNodes;
        }

        // Word's sign in front of a list item: the list shows its own.
        if (css["mso-list"] == "ignore") return element.ParentElement is not { } parent || !WordList.IsNumberedHeading(parent);

        if (css["mso-element"] is "comment-list" or "comment" || element.ClassList.Contains("MsoCommentReference"))
        {
            context.Note(ReadingNoteKind.Comment, T("reading.note.comment"), HtmlText.Of(element));
            return true;
        }

        if (css["display"] != "none" && css["mso-hide"] != "all" && !element.HasAttribute("hidden")) return false;
        if (HtmlText.Line(element) is { Length: > 0 } hidden) context.Note(ReadingNoteKind.Hidden, T("reading.note.hidden"), hidden);
        return true;
    }
}
