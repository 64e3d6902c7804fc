using System.Net;
using Broadsheet.Machine;
using Microsoft.AspNetCore.HttpOverrides;

namespace Broadsheet.Web;

public static class HostsMiddleware
{
    /// <summary>Believes the addresses that the configured proxies forward, and refuses every host that is not the paper's.</summary>
    public static IApplicationBuilder UseHosts(this IApplicationBuilder app)
    {
        var hosts = app.ApplicationServices.GetRequiredService<Hosts>();
        app.UseForwardedHeaders(Forwarded(app.ApplicationServices.GetRequiredService<MachineSettings>()));
        return app.Use((context, next) =>
        {
            if (hosts.Answers(context)) return next(context);

            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return context.Response.WriteAsync("This paper does not live at that address.\n");
        });
    }

    private static ForwardedHeadersOptions Forwarded(MachineSettings machine)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        // The framework believes every loopback sender by default. Only what the settings name is believed here.
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();

        foreach (var proxy in machine.Proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
            else throw new SettingException($"Proxies has \"{proxy}\", which is neither an address nor a network such as 10.0.0.0/8.");
        }

        if (options.KnownProxies.Count + options.KnownIPNetworks.Count == 0) options.ForwardedHeaders = ForwardedHeaders.None;
        return options;
    }
}
