using System.CommandLine;

namespace Broadsheet.Commands;

internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Runs the paper until it is told to stop.");
        var machine = new MachineOptions(command);
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on, separated by semicolons. Default: http://localhost:5080" };
        command.Options.Add(urls);

        command.SetAction(async (words, stop) =>
        {
            var app = Program.Build(machine.Read(words, new KeyValuePair<string, string?>("Urls", words.GetValue(urls))));
            await app.PrepareAsync(stop);
            await app.RunAsync();
            return 0;
        });
        return command;
    }
}
