using Broadsheet.Web;
using Microsoft.AspNetCore.Authorization;

namespace Broadsheet.Accounts;

/// <summary>GET /newsroom/paper: the ways to what is arranged seldom, as far as this person may go there.</summary>
public static class ListPaperScreens
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/paper", Get).Requires(Permission.EnterNewsroom);

    internal static async Task<IResult> Get(HttpContext http, IEnumerable<PaperScreen> screens, IAuthorizationService authorization)
    {
        var open = new List<PaperScreen>();
        foreach (var screen in screens.OrderBy(screen => screen.Position))
            if (screen.Policy is null || (await authorization.AuthorizeAsync(http.User, screen.Policy)).Succeeded) open.Add(screen);
        return Page.Of<PaperScreensPage, IReadOnlyList<PaperScreen>>(open);
    }
}
