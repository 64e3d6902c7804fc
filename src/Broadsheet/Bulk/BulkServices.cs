using Broadsheet.Accounts;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;

namespace Broadsheet.Bulk;

public static class BulkServices
{
    public static IServiceCollection AddBulk(this IServiceCollection services) => services
        .AddJob<BulkPart, RunBulkPart>()
        .AddPaperScreen("bulk.title", "bulk.about", "/newsroom/bulk", 28, nameof(Permission.PublishArticles));

    public static void MapBulk(this IEndpointRouteBuilder newsroom)
    {
        BeginBulk.Map(newsroom);
        ShowBulk.Map(newsroom);
    }
}
