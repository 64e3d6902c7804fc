using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.AuditDesk;

namespace Broadsheet.Comments;

/// <summary>POST /newsroom/articles/7/comments/{thread}/resolution: it is dealt with; …/resolution/removal: it is not.</summary>
public static class ResolveThread
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/articles/{id:long}/comments/{thread:guid}/resolution", Post).ForWhoSeesIt().Requires(Permission.WriteArticles).WithoutAudit(CommentServices.SaysItself);
        newsroom.MapPost("/articles/{id:long}/comments/{thread:guid}/resolution/removal", PostRemoval).ForWhoSeesIt().Requires(Permission.WriteArticles).WithoutAudit(CommentServices.SaysItself);
    }

    internal static Task<IResult> Post(long id, Guid thread, HttpContext http) => SetAsync(id, thread, true, http);

    internal static Task<IResult> PostRemoval(long id, Guid thread, HttpContext http) => SetAsync(id, thread, false, http);

    private static Task<IResult> SetAsync(long id, Guid thread, bool isResolved, HttpContext http)
    {
        var act = CommentAct.Of(id, http);
        return act.RunAsync($"{thread}", async (article, _) => await act.Desk.ResolveAsync(await act.Desk.FindAsync(article.Id, thread, act.Staff, act.Stop), isResolved, act.By, act.Stop));
    }
}
