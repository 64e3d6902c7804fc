using Broadsheet.Paper;

namespace Broadsheet.Trust;

/// <summary>What an edition says of itself: who owns and pays it, by what rules it works, and who answers for it. The publisher's choice, an edition each.</summary>
public sealed record TrustStatement
{
    /// <summary>By <see cref="TrustSubject.Slug"/>. What stands as an address leads there; anything else is the text of a page of its own.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the newsroom is written to.</summary>
    public string Mail { get; init; } = "";

    public IEnumerable<TrustSubject> Subjects => TrustSubject.All.Where(subject => TextOf(subject).Length > 0);

    public string TextOf(TrustSubject subject) => Texts.GetValueOrDefault(subject.Slug) ?? "";

    /// <summary>Where readers find it: a path or a whole address; null where nothing is said.</summary>
    public string? AddressOf(TrustSubject subject, PaperEdition edition) =>
        TextOf(subject) is not { Length: > 0 } text ? null : LinkIn(text) ?? edition.At($"/trust/{subject.Slug}");

    /// <summary>The address that a text is, instead of a text; else null.</summary>
    public static string? LinkIn(string text) =>
        !text.Any(char.IsWhiteSpace) && (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal)) ? text : null;
}

/// <summary>Something that readers may ask of a paper.</summary>
/// <param name="Property">What schema.org calls it of a news organisation; empty where it has no word.</param>
public sealed record TrustSubject(string Slug, string Property)
{
    public static IReadOnlyList<TrustSubject> All { get; } =
    [
        new("ownership", "ownershipFundingInfo"),
        new("funding", "ownershipFundingInfo"),
        new("ethics", "ethicsPolicy"),
        new("corrections", "correctionsPolicy"),
        new("masthead", "masthead"),
        new("contact", ""),
        new("questions", "actionableFeedbackPolicy"),
    ];

    /// <summary>The key of its name, in the theme's strings.</summary>
    public string Title => $"trust.{Slug}";
}
