using Broadsheet.Machine;

namespace Broadsheet.Articles.CoEditing;

/// <summary>Several people in one article.</summary>
public static class CoEditingServices
{
    public static IServiceCollection AddCoEditing(this IServiceCollection services, MachineSettings machine)
    {
        services.AddSingleton<ArticleRooms>().AddHostedService<EditingFeed>();
        return machine.OnPostgres ? services.AddHostedService<EditingWire>() : services;
    }

    public static IApplicationBuilder UseCoEditing(this IApplicationBuilder app) => app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(10), KeepAliveTimeout = TimeSpan.FromSeconds(15) });

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        LiveEditing.Map(newsroom);
        PushChanges.Map(newsroom);
    }
}
