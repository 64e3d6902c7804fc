using Broadsheet.Machine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Jobs;

public sealed class AfterStartTests
{
    [Fact]
    public async Task Its_work_begins_when_the_others_have_started_and_ends_with_the_program()
    {
        var (work, slow) = (new Work(), new SlowStart());
        using var host = HostOf(work, slow);
        var starting = host.StartAsync();
        await slow.Begun.Task;
        Assert.False(work.Begun.Task.IsCompleted);

        slow.MayEnd.SetResult();
        await starting;
        await work.Begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await host.StopAsync();
        Assert.True(work.Stopped.Task.IsCompleted);
    }

    [Fact]
    public async Task What_its_work_throws_ends_the_program()
    {
        using var host = HostOf(new Work { Fault = new InvalidOperationException("broken") });
        var over = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => over.TrySetResult());

        await host.StartAsync();

        await over.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task One_that_never_began_is_stopped_like_any_other()
    {
        var work = new Work();
        await work.StartAsync(default);

        await work.StopAsync(default);

        Assert.False(work.Begun.Task.IsCompleted);
    }

    private static IHost HostOf(params IHostedService[] services)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        foreach (var service in services) builder.Services.AddSingleton(service);
        return builder.Build();
    }

    private sealed class Work : AfterStart
    {
        internal TaskCompletionSource Begun { get; } = new();
        internal TaskCompletionSource Stopped { get; } = new();
        internal Exception? Fault { get; init; }

        protected override async Task WorkAsync(CancellationToken stop)
        {
            Begun.SetResult();
            if (Fault is not null) throw Fault;
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            catch (OperationCanceledException)
            {
                Stopped.SetResult();
            }
        }
    }

    private sealed class SlowStart : IHostedService
    {
        internal TaskCompletionSource Begun { get; } = new();
        internal TaskCompletionSource MayEnd { get; } = new();

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Begun.SetResult();
            return MayEnd.Task;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
