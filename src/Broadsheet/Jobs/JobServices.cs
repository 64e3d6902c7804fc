using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.Jobs;

public static class JobServices
{
    public static IServiceCollection AddStuckJobs(this IServiceCollection services) =>
        services.AddPaperScreen("jobs.title", "jobs.about", "/newsroom/jobs", 90, nameof(Permission.RunMachine));

    public static void MapStuckJobs(this IEndpointRouteBuilder newsroom)
    {
        ListStuckJobs.Map(newsroom);
        RetryJob.Map(newsroom);
        DropJob.Map(newsroom);
    }
}
