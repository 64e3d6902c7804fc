using static Broadsheet.Web.Text;

namespace Broadsheet.Notices;

internal static class NoticeText
{
    /// <summary>What a notice says, in one line.</summary>
    public static string Of(Notice notice) => T($"notice.{notice.Kind}", ("by", notice.By), ("subject", notice.Subject.Length > 0 ? notice.Subject : T("article.untitled")));
}
