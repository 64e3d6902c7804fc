using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk;

/// <summary>The paper's own rules as the desk reads them: rows, people, and what is set for the built-in rules.</summary>
public sealed record HouseStyle
{
    public static HouseStyle Empty { get; } = new();

    public IReadOnlyList<HouseRow> Rows { get; init; } = [];
    public IReadOnlyList<KnownPerson> People { get; init; } = [];

    /// <summary>Severities that an editor chose for built-in rules; the others have their usual one.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();
}

/// <summary>A person whose name the paper knows.</summary>
/// <param name="Family">By which she is called when mentioned again.</param>
/// <param name="Wrong">Other spellings that are met, none of them right.</param>
public sealed record KnownPerson(string Name, string Family = "", string Role = "", IReadOnlyList<string>? Wrong = null);

/// <summary>One line of house style.</summary>
/// <param name="Key">Its public id.</param>
/// <param name="Find">What is looked for: forms separated by semicolons, each words or a pattern of <see cref="HousePattern"/>.</param>
/// <param name="Right">What stands in its place; empty: only advice.</param>
/// <param name="Language">Empty: every language.</param>
public sealed record HouseRow(
    string Key, HouseKind Kind, string Find, string Right, string Language, Severity Severity, string Advice = "", string Example = "", string Source = "");

public enum HouseKind { Term, Spelling, Name, Banned, Loaded, Number, Date, Abbreviation }
