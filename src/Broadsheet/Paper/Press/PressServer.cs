using Broadsheet.Machine;
using Broadsheet.Paper.Edge;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace Broadsheet.Paper.Press;

/// <summary>
/// Stands between Kestrel and the program: a request for a made page is answered before there is an HttpContext, a route
/// or a scope. Everything else goes to the program as it came.
/// </summary>
internal sealed class PressServer(IServer kestrel, PagePress press, PressHosts hosts, EdgeHeaders edge) : IServer
{
    public IFeatureCollection Features => kestrel.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        var request = new PressRequest<TContext>(application);
        press.Attach((name, reads) => request.AskAsync(name, hosts.Own, reads));
        return kestrel.StartAsync(new PressApplication<TContext>(application, press, hosts, edge), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => kestrel.StopAsync(cancellationToken);

    public void Dispose() => kestrel.Dispose();
}

/// <summary>One request on its way: to the press, or to the program.</summary>
internal sealed class PressContext<TContext>(IFeatureCollection features)
{
    internal IFeatureCollection Features => features;
    internal TContext? Inner;
    internal bool IsInner;
}

internal sealed class PressApplication<TContext>(IHttpApplication<TContext> program, PagePress press, PressHosts hosts, EdgeHeaders edge) : IHttpApplication<PressContext<TContext>> where TContext : notnull
{
    public PressContext<TContext> CreateContext(IFeatureCollection contextFeatures)
    {
        // Kestrel keeps what an application wants to keep with a connection.
        if (contextFeatures is not IHostContextContainer<PressContext<TContext>> connection) return new(contextFeatures);

        var context = connection.HostContext ??= new(contextFeatures);
        context.IsInner = false;
        context.Inner = default;
        return context;
    }

    public Task ProcessRequestAsync(PressContext<TContext> context)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        if (!press.IsOn || !IsReading(request) || !hosts.Answer(request, context.Features)) return ProgramAsync(context);

        // Most pages are called as they are asked for: what a name may be is looked at only where none is there.
        var isPlain = PageAddress.IsPlain(request.Path, request.QueryString);
        var page = isPlain ? press.Find(request.Path) : null;
        if (page is null)
        {
            if (PageAddress.NameOf(request.Path, request.QueryString) is not { } name) return ProgramAsync(context);
            if (!isPlain) page = press.Find(name);
            if (page is null) return MakeAsync(name, request, context.Features);
        }
        return PageDelivery.SendAsync(page, true, request, context.Features, edge);
    }

    public void DisposeContext(PressContext<TContext> context, Exception? exception)
    {
        if (context.IsInner) program.DisposeContext(context.Inner!, exception);
    }

    private static bool IsReading(IHttpRequestFeature request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private async Task MakeAsync(string name, IHttpRequestFeature request, IFeatureCollection features)
    {
        await OffTheSocket.Now();
        var made = await press.GetAsync(name);
        if (made.Answer is { Status: StatusCodes.Status404NotFound }) press.WasMissed(name, request.Headers.Referer.ToString());
        await (made.Page is { } page ? PageDelivery.SendAsync(page, press.IsFresh(page), request, features, edge) : PageDelivery.SendAsync(made.Answer!, request, features, edge));
    }

    private async Task ProgramAsync(PressContext<TContext> context)
    {
        await OffTheSocket.Now();
        context.Inner = program.CreateContext(context.Features);
        context.IsInner = true;
        await program.ProcessRequestAsync(context.Inner);
    }
}
