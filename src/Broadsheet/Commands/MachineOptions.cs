using System.CommandLine;
using Broadsheet.Machine;

namespace Broadsheet.Commands;

/// <summary>Options that every command which opens the paper takes.</summary>
internal sealed class MachineOptions
{
    private readonly Option<string?> _data = new("--data") { Description = "The folder that holds the paper. Default: ./data" };
    private readonly Option<string?> _database = new("--database") { Description = "A PostgreSQL connection string. Default: SQLite in the data folder" };

    public MachineOptions(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_database);
    }

    public MachineSettings Read(ParseResult words, params IEnumerable<KeyValuePair<string, string?>> more) =>
        MachineSettings.Read([new("Data", words.GetValue(_data)), new("Database", words.GetValue(_database)), .. more]);
}
