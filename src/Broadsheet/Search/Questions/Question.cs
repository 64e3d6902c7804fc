using Broadsheet.Document;
using Broadsheet.Words;

namespace Broadsheet.Search.Questions;

/// <summary>How the stories that answer are ordered.</summary>
public enum SearchOrder { Best, Newest }

/// <summary>Something that must or must not stand in a story.</summary>
/// <param name="IsPhrase">It stood in quotation marks: its words stand one after the other.</param>
public sealed record Part(string Text, bool IsUnwanted, bool IsPhrase);

/// <summary>What a story is kept to: <c>section:</c>, <c>by:</c> or <c>topic:</c>.</summary>
public sealed record Kept(KeptTo To, string Value);

public enum KeptTo { Section, By, Topic }

/// <summary>
/// What somebody typed, understood: words that must all be there, "phrases", -exclusions, section:, by:, topic:, after: and before:. Nothing that can be typed is wrong: what
/// is no such thing is a word.
/// </summary>
public sealed partial record Question(IReadOnlyList<Part> Parts, IReadOnlyList<Kept> Kept, Day? After, Day? Before)
{
    /// <summary>Longer ones are cut: a question is no essay, and each word costs the database some work.</summary>
    public const int Longest = 200;

    private const int MostParts = 12, MostKept = 6;

    public static Question Nothing { get; } = new([], [], null, null);

    /// <summary>Whether it asks for anything at all.</summary>
    public bool IsEmpty => Parts.All(part => part.IsUnwanted) && Kept.Count == 0 && After is null && Before is null;

    public static Question Read(string? typed)
    {
        var (parts, kept) = (new List<Part>(), new List<Kept>());
        Day? after = null, before = null;
        foreach (var token in QuestionTokens.In(Cut(Clean(typed))))
        {
            switch (token.Key)
            {
                case QuestionKey.After when Day.Read(token.Value) is { } day: after = day; break;
                case QuestionKey.Before when Day.Read(token.Value) is { } day: before = day; break;
                case QuestionKey.Section or QuestionKey.By or QuestionKey.Topic when token.Value.Length > 0 && !token.IsUnwanted && kept.Count < MostKept:
                    kept.Add(new(Enum.Parse<KeptTo>(token.Key.ToString()!), token.Value));
                    break;
                default:
                    if (parts.Count < MostParts && token.Value.Length > 0) parts.Add(new(token.Value, token.IsUnwanted, token.IsPhrase));
                    break;
            }
        }
        return new(parts, kept, after, before);
    }

    /// <summary>Without what is no text: a database takes no NUL, and Unicode's normal forms no U+FFFE.</summary>
    internal static string Clean(string? typed) => DocumentText.Clean(typed ?? "");

    internal static string Cut(string typed) => typed.Cut(Longest);
}
