using System.Text.Json.Serialization;

namespace Broadsheet.Pictures;

/// <summary>
/// Whose picture it is, in the order newspapers print it: a chain of names and who passed it on.
/// A value cannot hold what its own printed form would not say: <see cref="Of"/> reads what it was given
/// the way <see cref="Parse"/> reads a printed credit.
/// </summary>
public sealed partial record Credit
{
    public static Credit None { get; } = new();

    public CreditKind Kind { get; private init; }

    /// <summary>The chain as printed between the slashes: agency, photographer, holder, in the order of the source.</summary>
    public IReadOnlyList<string> Names { get; private init; } = [];

    /// <summary>The one of <see cref="Names"/> who made the picture, when that is known.</summary>
    public string? Creator { get; private init; }

    /// <summary>Who passed the picture on: "REUTERS" in "Kremlin via REUTERS".</summary>
    public string? Via { get; private init; }

    [JsonIgnore] public IEnumerable<string> Agencies => Names.Where(name => name != Creator);

    /// <summary>
    /// Whether anybody is credited. Our own work, the public domain and a name withheld say enough by themselves;
    /// "Courtesy of" nobody does not.
    /// </summary>
    [JsonIgnore]
    public bool IsGiven => Names.Count > 0 || Via is not null
        || Kind is CreditKind.Staff or CreditKind.OwnGraphic or CreditKind.PublicDomain or CreditKind.WithheldForSafety;

    public static Credit Of(CreditKind kind, IEnumerable<string> names, string? creator = null, string? via = null)
    {
        var raw = new Credit { Kind = kind, Names = [.. names.SelectMany(Chain)], Via = Clean(via) };
        return raw.IsGiven ? Parse(raw.Print(), creator) : raw;
    }

    [JsonConstructor]
    private Credit(CreditKind kind, IReadOnlyList<string> names, string? creator, string? via) =>
        (Kind, Names, Creator, Via) = (kind, names, creator, via);

    private Credit() { }

    public bool Equals(Credit? other) => other is not null && Kind == other.Kind && Creator == other.Creator
        && Via == other.Via && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => HashCode.Combine(Kind, Creator, Via, Names.Count);

    public override string ToString() => Print();
}
