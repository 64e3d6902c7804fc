using System.CommandLine;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Commands;

/// <summary>The paper as a command sees it: opened, brought up to date, not listening.</summary>
internal sealed class OpenPaper(IServiceProvider services)
{
    public Newspaper Newspaper => Get<Newspaper>();

    public DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();
}

internal static class PaperCommands
{
    /// <summary>Opens the paper that the command line names, runs <paramref name="act"/> and says in a line what went wrong.</summary>
    public static Command OnPaper(this Command command, Func<OpenPaper, ParseResult, Task<int>> act)
    {
        var machine = new MachineOptions(command);
        command.SetAction(async (words, stop) =>
        {
            try
            {
                await using var app = await Program.OpenAsync(machine.Read(words), stop);
                await using var scope = app.Services.CreateAsyncScope();
                return await act(new OpenPaper(scope.ServiceProvider), words);
            }
            catch (Exception refused) when (refused is SettingException or RefusalException)
            {
                words.InvocationConfiguration.Error.WriteLine(refused.Message);
                return 1;
            }
        });
        return command;
    }
}
