using Broadsheet.Document.Comparing;

namespace Broadsheet.Corrections.Asking;

/// <summary>What about a change makes it worth asking whether readers must be told.</summary>
public enum TellingKind { Headline, Picture, Quotation, Number, Date, Name, Word }

/// <param name="Field">Where it stands, as the article's form names it; "Body" for the text.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now; empty: it was taken out.</param>
/// <param name="Around">The whole text in which it stands; null for a picture.</param>
public sealed record TellingChange(TellingKind Kind, string Field, string Before, string After, TextComparison? Around);

/// <summary>The same as it is kept with an answer.</summary>
public sealed record KeptChange(TellingKind Kind, string Before, string After)
{
    // What a change quotes is kept short: the versions hold the rest.
    public static KeptChange Of(TellingChange change) => new(change.Kind, Cut(change.Before), Cut(change.After));

    private static string Cut(string text) => text.Length <= 200 ? text : text[..199] + "…";
}
