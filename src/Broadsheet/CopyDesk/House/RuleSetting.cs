using Broadsheet.Storage.Changes;

namespace Broadsheet.CopyDesk.House;

/// <summary>A severity that an editor chose for a built-in rule.</summary>
[StaysInNewsroom]
public sealed class RuleSetting(string rule, Severity severity)
{
    public string Rule { get; private set; } = rule;

    public Severity Severity { get; set; } = severity;
}
