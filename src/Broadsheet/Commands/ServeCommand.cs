using System.CommandLine;
using Broadsheet.Machine;
using Broadsheet.Sample;

namespace Broadsheet.Commands;

internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Runs the paper until it is told to stop.");
        var machine = new MachineOptions(command);
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on, separated by semicolons. Default: http://localhost:5080" };
        var noSample = new Option<bool>("--no-sample") { Description = "Starts an empty data folder empty, without the sample paper" };
        command.Options.Add(urls);
        command.Options.Add(noSample);

        command.SetAction(async (words, stop) =>
        {
            QuickSockets.Choose();
            // PostgreSQL's answers would bring the start to a sockets' thread, and the first start blocks while it stores the key of cookies.
            await OffTheSocket.Now();
            // SQLite's driver holds its thread while it reads: two long questions would leave a machine of two cores without any for half a second.
            var threads = Math.Max(16, Environment.ProcessorCount);
            ThreadPool.SetMinThreads(threads, threads);
            var app = await Program.OpenAsync(machine.Read(words, new KeyValuePair<string, string?>("Urls", words.GetValue(urls))), stop);
            if (!words.GetValue(noSample)) await AddSampleAsync(app, stop);
            await app.RunAsync();
            return 0;
        });
        return command;
    }

    private static async Task AddSampleAsync(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SamplePaper>().AddToEmptyAsync(part => Console.WriteLine($"Sample paper: {part}"), stop);
    }
}
