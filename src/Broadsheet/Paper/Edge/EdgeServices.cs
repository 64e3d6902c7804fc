using Broadsheet.Machine;
using Broadsheet.Paper.Press;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Paper.Edge;

public static class EdgeServices
{
    /// <summary>Tells the shared cache in front of the paper what it may keep and what it must forget. Nothing, when none is configured.</summary>
    public static IServiceCollection AddEdge(this IServiceCollection services, EdgeSettings settings)
    {
        services.AddSingleton(provider => new EdgeHeaders(settings, provider.GetRequiredService<ChangeFeed>(), provider.GetRequiredService<TimeProvider>()));
        if (EdgeDrivers.Of(settings) is not { } edge) return services;

        EdgeClient.Configure(services);
        services.AddSingleton<EdgeClient>();
        services.AddSingleton(provider => new EdgePurger(provider.GetRequiredService<IServiceScopeFactory>(), edge, settings,
            provider.GetRequiredService<EdgeClient>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<EdgePurger>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<EdgePurger>());
    }

    /// <summary>Behind an edge an answer that says nothing of keeping is kept by nobody: some keep such ones for hours by themselves.</summary>
    public static IApplicationBuilder UseEdge(this IApplicationBuilder app)
    {
        if (!app.ApplicationServices.GetRequiredService<EdgeHeaders>().IsOn) return app;

        return app.Use((context, next) =>
        {
            // What the press asked for it answers itself.
            if (context.Features.Get<PressSlip>() is null)
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.TryAdd("Cache-Control", "no-store");
                    return Task.CompletedTask;
                });
            return next(context);
        });
    }
}
