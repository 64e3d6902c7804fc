using System.CommandLine;

namespace Broadsheet.Commands;

/// <summary>What <c>broadsheet</c> understands. Exit codes: 0 done, 1 failed and said why, 2 the words were not understood.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Broadsheet: a whole online newspaper in one program.");
        root.Subcommands.Add(ServeCommand.Make());
        root.Subcommands.Add(TokenCommand.Make());
        root.Subcommands.Add(UserCommand.Make());
        root.Subcommands.Add(VerifyCommand.Make());
        root.Subcommands.Add(LedgerCommand.Make());
        root.Subcommands.Add(StripeCommand.Make());
        root.Subcommands.Add(SearchCommand.Make());
        root.Subcommands.Add(SampleCommand.Make());
        root.Subcommands.Add(CheckCommand.Make());
        root.Subcommands.Add(DoctorCommand.Make());
        root.Subcommands.Add(BounceCommand.Make());
        root.Subcommands.Add(VersionCommand.Make());

        var words = root.Parse(args);
        var code = await words.InvokeAsync();
        return words.Errors.Count > 0 ? 2 : code;
    }
}
