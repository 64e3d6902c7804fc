using System.CommandLine;
using Broadsheet.Sample;
using Spectre.Console;

namespace Broadsheet.Commands;

internal static class SampleCommand
{
    public static Command Make()
    {
        var command = new Command("sample", "Fills a paper with generated stories, for load tests. Stop the paper first.");
        var machine = new MachineOptions(command);
        var articles = new Option<int>("--articles") { Description = "How many stories", DefaultValueFactory = _ => 1000 };
        var from = new Option<int>("--from") { Description = "Number of the first story, to go on where an earlier run ended" };
        command.Options.Add(articles);
        command.Options.Add(from);

        command.SetAction(async (words, stop) =>
        {
            await using var app = await Program.OpenAsync(machine.Read(words), stop);

            var count = words.GetValue(articles);
            await AnsiConsole.Progress().StartAsync(async progress =>
            {
                var bar = progress.AddTask($"Writing {count:N0} stories", maxValue: count);
                await new FillPaper(app.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System)
                    .RunAsync(count, words.GetValue(from), new Progress<int>(done => bar.Value = done), stop);
                bar.Value = count;
            });
            return 0;
        });
        return command;
    }
}
