using Broadsheet.Machine;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Broadsheet.Web;

public partial class NewsroomFrame
{
    private List<NewsroomLink> links = [];
    private List<(string Href, string Text)> notices = [];
    private Dictionary<string, object> parameters = [];

    [Parameter, EditorRequired] public required Type Page { get; set; }

    [Parameter] public object? Model { get; set; }

    [Parameter] public bool Alone { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        parameters = new() { ["Model"] = Model! };
        if (Alone || Http is null) return;

        var authorization = Http.RequestServices.GetService<IAuthorizationService>();
        foreach (var link in Http.RequestServices.GetServices<NewsroomLink>().OrderBy(link => link.Position))
        {
            if (await MayAsync(link.Policy)) links.Add(link);
        }
        foreach (var notice in Http.RequestServices.GetServices<INewsroomNotice>())
        {
            if (notice.Text() is { } text && await MayAsync(notice.Policy)) notices.Add((notice.Href, text));
        }

        async Task<bool> MayAsync(string? policy) => policy is null || authorization is null || (await authorization.AuthorizeAsync(Http.User, policy)).Succeeded;
    }

    private bool IsStaging => Http?.RequestServices.GetService<MachineSettings>()?.Staging == true;

    private bool IsHere(NewsroomLink link) => Http?.Request.Path is { } here
        // The newsroom's own front is not every page of the newsroom.
        && (link.Href == "/newsroom" ? here == link.Href : here.StartsWithSegments(link.Href));
}
