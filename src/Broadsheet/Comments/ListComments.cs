using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Comments;

/// <param name="Threads">In the order of the text; those whose words are gone come last.</param>
/// <param name="Typed">What was typed into a form that was refused, by the form's address.</param>
public sealed record CommentsView(Article Article, IReadOnlyList<ThreadView> Threads, Staff Staff, Edition Edition, Problems Problems, (string Form, IFormCollection Fields)? Typed = null)
{
    public string Path => $"/newsroom/articles/{Article.Id}";

    public bool MayDecide => Article.MayBeEditedBy(Staff);

    public string? TypedInto(string form, string field) => Typed is { } typed && typed.Form == form ? (string?)typed.Fields[field] : null;
}

/// <param name="Words">What stands there now; null when it is gone.</param>
/// <param name="Place">Where in the text, from 0.</param>
public sealed record ThreadView(CommentThread Thread, string? Words, int Place);

/// <summary>GET /newsroom/articles/7/comments, and the same as data for the panel beside the text.</summary>
public static class ListComments
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/comments", Get).Requires(Permission.WriteArticles);
        newsroom.MapGet("/articles/{id:long}/comments.json", GetJson).Requires(Permission.WriteArticles);
    }

    internal static async Task<IResult> Get(long id, Staff staff, CommentDesk desk, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Articles.ForReadingAsync(id, staff, stop) is { } article ? await PageAsync(article, Problems.None, null, staff, desk, newspaper, stop) : Results.NotFound();

    internal static async Task<IResult> GetJson(long id, Staff staff, CommentDesk desk, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Articles.ForReadingAsync(id, staff, stop) is { } article ? await JsonAsync(article, staff, desk, newspaper, stop) : Results.NotFound();

    /// <summary>After an act: the page anew to who reads it, the threads to a script.</summary>
    internal static async Task<IResult> AfterAsync(Article article, HttpRequest request, Staff staff, CommentDesk desk, Newspaper newspaper, CancellationToken stop) =>
        Refusals.WantsPage(request) ? Results.Redirect($"/newsroom/articles/{article.Id}/comments") : await JsonAsync(article, staff, desk, newspaper, stop);

    internal static async Task<IResult> PageAsync(Article article, Problems problems, (string, IFormCollection)? typed, Staff staff, CommentDesk desk, Newspaper newspaper, CancellationToken stop)
    {
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var threads = await ThreadsAsync(article, staff, desk, stop);
        return Page.Of<CommentsPage, CommentsView>(new(article, threads, staff, edition, problems, typed), problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IReadOnlyList<ThreadView>> ThreadsAsync(Article article, Staff staff, CommentDesk desk, CancellationToken stop)
    {
        var content = article.Draft.Content;
        var order = PlacesOf(content.Body);
        return [.. (await desk.SeenByAsync(article.Id, staff, stop))
            .Select(thread => new ThreadView(thread, CommentDesk.WordsAt(thread.Anchor, content), thread.Kind == AnchorKind.Story ? -2 : thread.Kind == AnchorKind.Field ? -1 : order.GetValueOrDefault(thread.Key, int.MaxValue)))
            .OrderBy(view => view.Place).ThenBy(view => view.Thread.Id)];
    }

    private static Dictionary<string, int> PlacesOf(DraftDocument body)
    {
        var places = new Dictionary<string, int>();
        foreach (var (block, number) in body.AllBlocks.Select((block, number) => (block, number)))
        {
            places.TryAdd(block.Id, number);
            foreach (var mark in ((block as TextBlock)?.Content ?? []).SelectMany(run => run.Marks).OfType<CommentMark>()) places.TryAdd(mark.Id, number);
        }

        return places;
    }

    private static async Task<IResult> JsonAsync(Article article, Staff staff, CommentDesk desk, Newspaper newspaper, CancellationToken stop)
    {
        var threads = await ThreadsAsync(article, staff, desk, stop);
        var me = CommentAuthor.Of(staff);
        var members = await newspaper.StaffMembers.AsNoTracking().Active().OrderBy(row => row.Name).Select(row => new { row.Id, row.PublicId, row.Name }).ToListAsync(stop);
        return Results.Json(new
        {
            me = new { id = members.FirstOrDefault(row => row.Id == staff.MemberId)?.PublicId, name = staff.Name },
            staff = members.Select(row => row.Name),
            threads = threads.Select(view => new
            {
                id = view.Thread.PublicId,
                kind = view.Thread.Kind.ToString().ToLowerInvariant(),
                key = view.Thread.Key,
                quote = view.Thread.Quote,
                @class = view.Thread.Class.ToString().ToLowerInvariant(),
                resolvedAt = view.Thread.ResolvedAt,
                resolvedBy = view.Thread.ResolvedBy,
                comments = view.Thread.Comments.OrderBy(row => row.Id).Select(row => new { id = row.PublicId, name = row.Name, text = row.Text, writtenAt = row.WrittenAt, editedAt = row.EditedAt, deletedAt = row.DeletedAt, isMine = row.IsBy(me) }),
            }),
        });
    }
}
