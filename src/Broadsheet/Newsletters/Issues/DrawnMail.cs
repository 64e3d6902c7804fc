namespace Broadsheet.Newsletters.Issues;

/// <summary>
/// An issue's mail, drawn once for all who get it: in pieces, between which each one's own link for leaving stands.
/// </summary>
internal sealed class DrawnMail
{
    private readonly string[] _html, _text;

    public DrawnMail(IssueMail mail)
    {
        // Nobody can have written it into a story.
        var mark = $"leave-{Guid.NewGuid():N}";
        (Mail, _html, _text) = (mail, mail.Html(mark).Split(mark), mail.Text(mark).Split(mark));
    }

    public IssueMail Mail { get; }

    public string Html(string leaveLink) => string.Join(System.Net.WebUtility.HtmlEncode(leaveLink), _html);

    public string Text(string leaveLink) => string.Join(leaveLink, _text);
}
