using System.Text.RegularExpressions;

namespace Broadsheet.Pictures;

public sealed partial record Credit
{
    /// <summary>
    /// Reads a printed credit in any language the paper has words for, with or without brackets and label.
    /// <paramref name="creator"/> is who made the picture when the file says so; without it a name that looks
    /// like a person's is taken, for the editor to correct.
    /// </summary>
    public static Credit Parse(string? printed, string? creator = null)
    {
        var credit = Read(printed, creator);
        // Odd names may print as words that mean something ("Courtesy of" beside "via X"): what counts is what
        // the printed form says, so it is read until it says the same twice.
        for (var again = Read(credit.Print(), creator); again != credit; again = Read(credit.Print(), creator)) credit = again;
        return credit;
    }

    private static Credit Read(string? printed, string? creator)
    {
        var (kind, body) = Label(Clean(printed) ?? "");
        var (chain, via) = SplitVia(body);
        var names = Chain(chain).ToList();
        if (kind is CreditKind.Photographer) kind = Recognise(names);

        return new Credit { Kind = kind, Names = names, Via = via, Creator = MakerAmong(names, Clean(creator)) };
    }

    private static (CreditKind, string) Label(string text)
    {
        if (text.StartsWith('(') && text.EndsWith(')')) text = text[1..^1].Trim();
        foreach (var words in CreditWords.All)
        {
            if (After(words.Screenshot, text) is { } screenshot) return (CreditKind.Screenshot, screenshot);
            if (After(words.Graphic, text) is { } graphic) return (CreditKind.OwnGraphic, graphic);
            if (After(words.Photo, text) is { } photo) return (CreditKind.Photographer, photo);
        }
        return (CreditKind.Photographer, OtherLabels().Replace(text, ""));
    }

    private static string? After(string label, string text) =>
        text.Equals(label, StringComparison.OrdinalIgnoreCase) ? ""
        : text.StartsWith(label + ":", StringComparison.OrdinalIgnoreCase) ? text[(label.Length + 1)..].Trim()
        : null;

    private static (string Chain, string? Via) SplitVia(string body)
    {
        foreach (var words in CreditWords.All)
        {
            // Padded, so that "via REUTERS" alone is found by the same rule as "Kremlin via REUTERS".
            var at = $" {body}".IndexOf($" {words.Via} ", StringComparison.OrdinalIgnoreCase);
            if (at >= 0) return (body[..at].Trim(), Clean(body[(at + words.Via.Length + 1)..]));
        }
        return (body, null);
    }

    private static CreditKind Recognise(List<string> names)
    {
        foreach (var words in CreditWords.All)
        {
            if (names is [var first, ..])
            {
                if (Same(first, words.Withheld)) return Without(names, 0, CreditKind.WithheldForSafety);
                if (Same(first, words.CourtesyOf)) return Without(names, 0, CreditKind.Courtesy);
                if (first.StartsWith(words.CourtesyOf + " ", StringComparison.OrdinalIgnoreCase))
                {
                    names[0] = first[(words.CourtesyOf.Length + 1)..].Trim();
                    return CreditKind.Courtesy;
                }
            }
            if (names is not [.., var last]) continue;
            if (Same(last, words.Staff)) return Without(names, names.Count - 1, CreditKind.Staff);
            if (Same(last, words.Handout)) return Without(names, names.Count - 1, CreditKind.Handout);
            if (Same(last, words.PublicDomain)) return Without(names, names.Count - 1, CreditKind.PublicDomain);
        }
        return CreditKind.Photographer;
    }

    private static CreditKind Without(List<string> names, int at, CreditKind kind)
    {
        names.RemoveAt(at);
        return kind;
    }

    private static string? MakerAmong(List<string> names, string? creator) => creator is not null
        ? names.Find(name => Same(name, creator))
        : names.FindAll(name => PersonsName().IsMatch(name) && !AgencyWord().IsMatch(name)) is [var only] ? only : null;

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Chain(string names) =>
        names.Split('/').Select(Clean).OfType<string>();

    private static string? Clean(string? text)
    {
        var clean = Blanks().Replace(text ?? "", " ").Trim();
        return clean.Length == 0 ? null : clean;
    }

    [GeneratedRegex(@"[\s\p{Cc}\u200B\u2060\uFEFF]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?:(?:photo(?:graph)?s?|pictures?|images?|credits?|foto)(?:\s+(?:credit|by))?\s*:\s*|photo(?:graph)?s?\s+by\s+|©\s*)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherLabels();

    /// <summary>Two to four words, each with a capital and a small letter ("Aleksey Druzhinin", "Jean-Luc de Brie"), as agencies' marks rarely are.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|del|van|von|der|bin|ben|al|el)){1,3}$")]
    private static partial Regex PersonsName();

    [GeneratedRegex(@"\b(?:photos?|images?|news|press|agency|pool|office|media|unit|ministry|ap|afp|epa|upi|getty|reuters|service|presse|fund|society|police|army|navy|force|times|post|herald|group|kremlin)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AgencyWord();
}
