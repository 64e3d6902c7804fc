using Broadsheet.Machine;
using Broadsheet.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Browser;

/// <summary>The program with the sample paper, as <c>bin/run</c> shows it. Made once and shared by the tests that only read.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("broadsheet-sample-").FullName;
    private WebApplication _app = null!;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _app = Program.Build(new MachineSettings { Data = _folder, Urls = "http://127.0.0.1:0" }, builder => builder.Logging.ClearProviders());
        await _app.PrepareAsync();
        await using (var scope = _app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<SamplePaper>().AddToEmptyAsync();
        await _app.StartAsync();
        Address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
