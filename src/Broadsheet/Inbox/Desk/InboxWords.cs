using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Web.Fields;
using Broadsheet.Words;
using static Broadsheet.Web.Text;

namespace Broadsheet.Inbox.Desk;

internal static class InboxWords
{
    private const int Opening = 120;

    /// <summary>By what a message is told from others.</summary>
    public static string OpeningOf(InboxMessage message)
    {
        var words = message.Subject.Length > 0 ? message.Subject : string.Join(' ', message.Text.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0) return T("inbox.files.only");
        return words.Length <= Opening ? words : words.Cut(Opening) + "…";
    }

    public static string WriterOf(InboxMessage message) =>
        message.Kind == MessageKind.Tip ? T("inbox.nobody")
        : message.Town.Length > 0 ? T("inbox.letter.by", ("name", message.Name), ("town", message.Town))
        : message.Name.Length > 0 ? message.Name : message.TypedAddress.Length > 0 ? message.TypedAddress : T("inbox.unnamed");

    /// <summary>The hour, in its edition's zone; of a tip the day, since nothing finer is kept.</summary>
    public static string CameAt(InboxMessage message, Edition edition) => message.ReceivedAt is { } at ? ArticleStateText.Time(at, edition) : FieldDay.Of(message.Day);

    /// <summary>An answer by the staff member's own mail program, with what is answered quoted.</summary>
    public static string AnswerTo(InboxMessage message, string subject) =>
        $"mailto:{Uri.EscapeDataString(message.TypedAddress)}?subject={Uri.EscapeDataString($"Re: {subject}")}&body={Uri.EscapeDataString("\r\n\r\n" + string.Join("\r\n", Cut(message.Text).Split('\n').Select(line => "> " + line)))}";

    // Mail programs cut long addresses off, some in the middle of a letter.
    private static string Cut(string text) => text.Length <= 1000 ? text : text.Cut(1000) + "…";
}
