using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.AuditDesk;
using static Broadsheet.Web.Text;

namespace Broadsheet.Comments;

/// <summary>POST /newsroom/articles/7/comments: something is said about a place of the story.</summary>
public static class BeginThread
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/comments", Post).ForWhoSeesIt().Requires(Permission.WriteArticles).WithoutAudit(CommentServices.SaysItself);

    internal static Task<IResult> Post(long id, HttpContext http)
    {
        var act = CommentAct.Of(id, http);
        return act.RunAsync("new", (article, form) =>
        {
            var anchor = CommentAnchor.Read(form["Anchor"]) ?? throw new EmptyCommentException(T("comments.noAnchor"));
            return act.Desk.BeginAsync(article, anchor, form["Quote"].ToString(), act.By, form["Text"].ToString(), act.Stop);
        });
    }
}
