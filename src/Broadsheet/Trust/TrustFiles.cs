namespace Broadsheet.Trust;

/// <summary>What programs ask of a paper as a whole, in files with names that they know.</summary>
public sealed record TrustFiles
{
    /// <summary>Who is told of a hole in the program: "mailto:…" or "https://…" (security.txt). Empty: there is no such file.</summary>
    public string Security { get; init; } = "";

    /// <summary>Where it says how holes are dealt with. May be empty.</summary>
    public string SecurityPolicy { get; init; } = "";

    /// <summary>Who may sell room in the paper, in the lines of ads.txt (IAB). Empty: nobody, and that is what the file says.</summary>
    public string Ads { get; init; } = "";

    /// <summary>Whom the paper belongs to, controls, and where else it speaks, in the lines of trust.txt (JournalList).</summary>
    public string Relations { get; init; } = "";

    public IEnumerable<string> AdLines => Lines(Ads);

    public IEnumerable<string> RelationLines => Lines(Relations);

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
