using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.AuditDesk;

namespace Broadsheet.Comments;

/// <summary>POST /newsroom/articles/7/comments/{thread}/replies</summary>
public static class ReplyToThread
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/comments/{thread:guid}/replies", Post).ForWhoSeesIt().Requires(Permission.WriteArticles).WithoutAudit(CommentServices.SaysItself);

    internal static Task<IResult> Post(long id, Guid thread, HttpContext http)
    {
        var act = CommentAct.Of(id, http);
        return act.RunAsync($"{thread}", async (article, form) =>
            await act.Desk.ReplyAsync(article, await act.Desk.FindAsync(article.Id, thread, act.Staff, act.Stop), act.By, form["Text"].ToString(), act.Stop));
    }
}
