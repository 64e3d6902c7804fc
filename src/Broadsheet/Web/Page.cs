using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Web;

/// <summary>
/// A newsroom page: a Razor component that is a function of one model, drawn once in the newsroom's frame.
/// The component declares [Parameter] TModel Model and names itself with PageTitle.
/// </summary>
public static class Page
{
    /// <summary>The page in the frame, with the ways to everything else beside it.</summary>
    public static RazorComponentResult Of<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : IComponent => Framed<TPage, TModel>(model, status, alone: false);

    /// <summary>The page by itself, for who is not signed in: signing in, setting up, an invitation, an error.</summary>
    public static RazorComponentResult Alone<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : IComponent => Framed<TPage, TModel>(model, status, alone: true);

    private static RazorComponentResult Framed<TPage, TModel>(TModel model, int status, bool alone) => new(typeof(NewsroomFrame), new Dictionary<string, object?>
    {
        [nameof(NewsroomFrame.Page)] = typeof(TPage),
        [nameof(NewsroomFrame.Model)] = model,
        [nameof(NewsroomFrame.Alone)] = alone,
    })
    {
        StatusCode = status,
        PreventStreamingRendering = true,
    };
}
