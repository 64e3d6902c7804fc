using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Articles.Live;

/// <summary>
/// GET /newsroom/articles/7/live?since=…: whether the act of that moment has reached the readers, as a piece of the article's page.
/// 202 while it is being looked at; the answer waits a while for the end.
/// </summary>
public static class ShowLive
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(4);

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles/{id:long}/live", Get).Requires(Permission.WriteArticles);

    internal static async Task<IResult> Get(long id, long? since, Staff staff, Newspaper newspaper, LiveWatch live, PublicPages pages, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article || live.Last(id, since ?? 0) is not { } check) return Results.NotFound();

        await check.EndsWithin(Wait);
        return new RazorComponentResult<LiveState>(new Dictionary<string, object?> { [nameof(LiveState.Model)] = LiveView.Of(check, article, pages) })
        {
            PreventStreamingRendering = true,
            StatusCode = check.HasEnded ? StatusCodes.Status200OK : StatusCodes.Status202Accepted,
        };
    }

    /// <summary>Waits for the end of a look, but not for long.</summary>
    internal static Task EndsWithin(this LiveCheck check, TimeSpan wait) => Task.WhenAny(check.Ended, Task.Delay(wait));
}
