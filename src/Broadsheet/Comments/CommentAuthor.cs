using Broadsheet.Accounts;

namespace Broadsheet.Comments;

/// <summary>Who comments: a member of staff, or somebody by a link and without an account.</summary>
/// <param name="Link">By which link, by its id outside; null for staff.</param>
public sealed record CommentAuthor(string Name, long? Member, CommentClass Class = CommentClass.Staff, Guid? Link = null)
{
    public static CommentAuthor Of(Staff staff) => new(staff.Name, staff.MemberId);

    /// <summary>A lawyer, a translator, a source. Who gave out the link says whose comments these are.</summary>
    public static CommentAuthor ByLink(string name, CommentClass @class, Guid link) => new(name, null, @class, link);
}
