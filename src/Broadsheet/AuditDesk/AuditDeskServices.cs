using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.AuditDesk;

public static class AuditDeskServices
{
    public static IServiceCollection AddAuditDesk(this IServiceCollection services) =>
        services.AddPaperScreen("audit.title", "audit.about", "/newsroom/audit", 85, nameof(Permission.RunPaper));

    public static void MapAuditDesk(this IEndpointRouteBuilder newsroom)
    {
        ListAudit.Map(newsroom);
        ExportAudit.Map(newsroom);
    }
}
