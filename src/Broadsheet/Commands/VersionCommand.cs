using System.CommandLine;
using System.Reflection;

namespace Broadsheet.Commands;

internal static class VersionCommand
{
    public static Command Make()
    {
        var command = new Command("version", "Prints which Broadsheet this is.");
        command.SetAction(words => words.InvocationConfiguration.Output.WriteLine(
            typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion));
        return command;
    }
}
