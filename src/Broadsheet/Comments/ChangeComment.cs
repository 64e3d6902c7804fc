using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.AuditDesk;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Comments;

/// <summary>POST /newsroom/articles/7/comments/{thread}/{comment}: one's own words anew; …/removal takes them back and leaves a trace.</summary>
public static class ChangeComment
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/articles/{id:long}/comments/{thread:guid}/{comment:guid}", Post).ForWhoSeesIt().Requires(Permission.WriteArticles).WithoutAudit(CommentServices.SaysItself);
        newsroom.MapPost("/articles/{id:long}/comments/{thread:guid}/{comment:guid}/removal", PostRemoval).ForWhoSeesIt().Requires(Permission.WriteArticles).WithoutAudit(CommentServices.SaysItself);
    }

    internal static Task<IResult> Post(long id, Guid thread, Guid comment, HttpContext http, TimeProvider clock) =>
        ChangeAsync(id, thread, comment, http, (found, by, form) => found.Edit(by, form["Text"].ToString(), clock.GetUtcNow()));

    internal static Task<IResult> PostRemoval(long id, Guid thread, Guid comment, HttpContext http, TimeProvider clock) =>
        ChangeAsync(id, thread, comment, http, (found, by, _) => found.Delete(by, clock.GetUtcNow()));

    private static Task<IResult> ChangeAsync(long id, Guid thread, Guid comment, HttpContext http, Action<Comment, CommentAuthor, IFormCollection> change)
    {
        var act = CommentAct.Of(id, http);
        return act.RunAsync($"{comment}", async (article, form) =>
        {
            var said = await act.Desk.FindAsync(article.Id, thread, act.Staff, act.Stop);
            var found = said.Comments.SingleOrDefault(row => row.PublicId == comment) ?? throw new RefusalException(T("comments.noThread"), StatusCodes.Status404NotFound);
            change(found, act.By, form);
            await act.Newspaper.SaveChangesAsync(act.Stop);
        });
    }
}
