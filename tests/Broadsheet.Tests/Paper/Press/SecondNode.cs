using Broadsheet.Paper.Press;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Paper.Press;

/// <summary>Another node of a newsroom's paper: the whole program once more, on the same PostgreSQL and a port of its own.</summary>
public sealed class SecondNode : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SecondNode(WebApplication app) => _app = app;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<SecondNode> OfAsync(Newsroom newsroom)
    {
        var node = new SecondNode(Program.Build(newsroom.Machine, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(newsroom.Clock);
            builder.Services.AddSingleton(new PressSettings(64) { Patience = TimeSpan.FromMinutes(1) });
            builder.Logging.ClearProviders();
        }));
        await node._app.PrepareAsync();
        await node._app.StartAsync();
        var address = node._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        node.Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
        return node;
    }

    /// <summary>Waits until a page is as wanted. It must come by itself; how soon is asked by bin/bench truth, not here.</summary>
    public async Task<string> BecomesAsync(string path, Func<string, bool> isTrue)
    {
        for (var given = DateTimeOffset.UtcNow.AddMinutes(1); ; await Task.Delay(20))
        {
            var page = await (await Client.GetAsync(path)).Content.ReadAsStringAsync();
            if (isTrue(page)) return page;
            Assert.True(DateTimeOffset.UtcNow < given, $"{path} never became true on the second node: {page}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
