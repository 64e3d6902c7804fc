using Broadsheet.Accounts;
using Broadsheet.Paper.Press;
using Broadsheet.Paper.Themes;
using Broadsheet.Web;

namespace Broadsheet.Status;

public static class StatusServices
{
    public static IServiceCollection AddStatus(this IServiceCollection services) => services
        .AddPaperScreen("status.title", "status.about", "/newsroom/status", 85, nameof(Permission.RunMachine))
        .AddSingleton<INewsroomNotice, StatusNotice>();
}

/// <summary>Readers get the last good page or our own theme; so whoever can mend it must be told.</summary>
internal sealed class StatusNotice(PagePress press, CurrentTheme theme) : INewsroomNotice
{
    public string? Policy => nameof(Permission.RunMachine);

    public string Href => "/newsroom/status";

    public string? Text()
    {
        if (press.Failures.Count is > 0 and var pages) return Web.Text.T("status.notice.pages", ("count", pages));
        return theme.Problems().Count is > 0 and var problems ? Web.Text.T("status.notice.theme", ("count", problems)) : null;
    }
}
