namespace Broadsheet.Trust.Machines;

/// <summary>
/// What machines may do with the text. One choice, of which robots.txt, Content-Signal, the RSL licence, the headers of each page, tdmrep.json and trust.txt are
/// written, so that none of them can say another thing.
/// </summary>
public sealed record MachineTerms
{
    /// <summary>The publisher has said something. Until then nothing is said anywhere, neither yes nor no.</summary>
    public bool IsStated { get; init; }

    /// <summary>Found by search engines, with a link and a few words.</summary>
    public bool Search { get; init; } = true;

    /// <summary>Read by a machine to answer somebody at that moment.</summary>
    public bool Input { get; init; } = true;

    /// <summary>Made part of a model.</summary>
    public bool Training { get; init; } = true;

    /// <summary>Where it says in words for people, or where a licence can be had: a whole address. May be empty.</summary>
    public string Terms { get; init; } = "";

    /// <summary>The three, in the words that Content-Signal and RSL share.</summary>
    public IReadOnlyList<(string Name, bool IsAllowed)> Uses => [("search", Search), ("ai-input", Input), ("ai-train", Training)];

    /// <summary>Of text and data mining in the sense of the law: a use that is not allowed is reserved.</summary>
    public bool IsReserved => !Input || !Training;

    /// <summary>Where the licence of RSL stands.</summary>
    public const string Licence = "/license.xml";
}
