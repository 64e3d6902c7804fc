using Broadsheet.Accounts;

namespace Broadsheet.Comments;

/// <summary>Who comments. Somebody without an account has no member, and a class that says who sees it.</summary>
public sealed record CommentAuthor(string Name, long? Member, CommentClass Class = CommentClass.Staff)
{
    public static CommentAuthor Of(Staff staff) => new(staff.Name, staff.MemberId);

    /// <summary>Somebody with a link: a lawyer, a translator, a source.</summary>
    public static CommentAuthor Without(string name, CommentClass @class) => new(name, null, @class);
}
