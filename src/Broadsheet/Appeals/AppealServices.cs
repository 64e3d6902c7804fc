namespace Broadsheet.Appeals;

/// <summary>What messages bring: gifts and sign-ups credited to them, comparisons, goals.</summary>
public static class AppealServices
{
    public static IServiceCollection AddAppeals(this IServiceCollection services) => services.AddScoped<MessageResults>().AddSingleton<IHostedService, GoalRounds>();

    public static void MapAppealsDesk(this IEndpointRouteBuilder newsroom) => ShowResults.Map(newsroom);
}
