using Broadsheet.Paper.Edge;
using Broadsheet.Paper.Press.Disk;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Hosting.Server;

namespace Broadsheet.Paper.Press;

public static class PressServices
{
    /// <summary>Puts the press in front of the program. Call it after the server was registered.</summary>
    public static IServiceCollection AddPress(this IServiceCollection services, PressSettings settings, Func<IServiceProvider, PressHosts> hosts)
    {
        services.AddSingleton(settings).AddSingleton<PageFiles>().AddSingleton<PageKeeper>().AddSingleton<PagePress>().AddSingleton(hosts)
            .AddHostedService<PressWatch>().AddHostedService<PageKeeping>();

        var kestrel = services.Last(service => service.ServiceType == typeof(IServer));
        services.Remove(kestrel);
        return services.AddSingleton<IServer>(provider => new PressServer(
            (IServer)ActivatorUtilities.CreateInstance(provider, kestrel.ImplementationType!),
            provider.GetRequiredService<PagePress>(), provider.GetRequiredService<PressHosts>(), provider.GetRequiredService<EdgeHeaders>()));
    }

    /// <summary>Notes what the requests of the press read. Must stand before whatever asks the database.</summary>
    public static IApplicationBuilder UsePress(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<PressSlip>() is { } slip) context.RequestServices.GetRequiredService<Newspaper>().Reads = slip.Reads;
        return next(context);
    });
}
