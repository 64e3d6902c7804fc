using Broadsheet.Paper.Edge;
using Broadsheet.Paper.Press.Disk;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;

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
    public static IApplicationBuilder UsePress(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<PressSlip>() is { } slip)
        {
            var newspaper = context.RequestServices.GetRequiredService<Newspaper>();
            newspaper.Reads = slip.Reads;
            // One connection for the twenty questions of a page: EF would open one for each, and every opening sets what a commit rests on.
            await newspaper.Database.OpenConnectionAsync();
        }
        await next(context);
    });
}
