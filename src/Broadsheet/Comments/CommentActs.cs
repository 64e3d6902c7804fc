using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Comments;

/// <summary>What acts on comments share: finding the story, answering a refusal on the page with what was typed.</summary>
internal sealed record CommentAct(long Id, HttpRequest Request, Staff Staff, CommentDesk Desk, Newspaper Newspaper, CancellationToken Stop)
{
    public static CommentAct Of(long id, HttpContext http) => new(
        id, http.Request, Staff.Find(http.User)!, http.RequestServices.GetRequiredService<CommentDesk>(), http.RequestServices.GetRequiredService<Newspaper>(), http.RequestAborted);

    public CommentAuthor By => CommentAuthor.Of(Staff);

    /// <param name="form">Which form of the page it was, for what was typed into it.</param>
    public async Task<IResult> RunAsync(string form, Func<Article, IFormCollection, Task> act)
    {
        if (await Newspaper.Articles.ForReadingAsync(Id, Staff, Stop) is not { } article) return Results.NotFound();
        var fields = await Request.ReadFormAsync(Stop);
        try
        {
            await act(article, fields);
        }
        catch (EmptyCommentException refusal) when (Refusals.WantsPage(Request))
        {
            Newspaper.ChangeTracker.Clear();
            article = (await Newspaper.Articles.ForReadingAsync(Id, Staff, Stop))!;
            return await ListComments.PageAsync(article, new Problems().Add($"Text-{form}", refusal.Message), (form, fields), Staff, Desk, Newspaper, Stop);
        }

        return await ListComments.AfterAsync(article, Request, Staff, Desk, Newspaper, Stop);
    }
}
