namespace Broadsheet.Contributors;

public enum ContributorKind { Person, Desk }

/// <summary>Somebody, or a desk, whose name stands in bylines. The page is <c>/by/{slug}</c>.</summary>
public sealed class Contributor(string name, string slug, ContributorKind kind)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public ContributorKind Kind { get; set; } = kind;

    /// <summary>The real name. With a <see cref="PenName"/> it is for the publisher's eyes alone.</summary>
    public string Name { get; set; } = name;

    /// <summary>The name under which this person writes, instead of the real one. Empty: the real one.</summary>
    public string PenName { get; set; } = "";

    public string Slug { get; set; } = slug;
    public string Bio { get; set; } = "";

    /// <summary>Public id of the portrait.</summary>
    public Guid? Picture { get; set; }

    /// <summary>Hidden everywhere, in old bylines too, where <see cref="HiddenName"/> stands instead.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Names under which bylines were printed before: a byline that spells one of them out prints the name of today.</summary>
    public IReadOnlyList<string> FormerNames { get; private set; } = [];

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    /// <summary>How the name and bio read in other editions, by edition code.</summary>
    public Dictionary<string, ContributorText> Translations { get; set; } = [];

    /// <summary>What a byline shows for somebody hidden: nothing at all, so that a byline of one reads as none.</summary>
    public const string HiddenName = "";

    /// <summary>The name that readers may see, in an edition's own script where it has one.</summary>
    public string PrintedName(string editionCode = "") =>
        IsHidden ? HiddenName
        : Translations.GetValueOrDefault(editionCode)?.Name is { Length: > 0 } translated ? translated
        : PenName.Length > 0 ? PenName : Name;

    /// <summary>The name as readers know it, hidden or not: what the newsroom calls somebody with a pen name.</summary>
    public string KnownAs => PenName.Length > 0 ? PenName : Name;

    /// <summary>Takes another name, in bylines that are printed already too.</summary>
    public void Rename(string name, string penName)
    {
        var before = KnownAs;
        (Name, PenName) = (name, penName);
        if (KnownAs != before) FormerNames = [.. FormerNames.Append(before).Where(former => former != KnownAs).Distinct()];
    }

    /// <summary>To be called with every save.</summary>
    public void Touch() => Revision++;

    /// <summary>What a byline that spells out <paramref name="printed"/> shows: those words, unless they are a name given up.</summary>
    public string NameFor(string printed, string editionCode) =>
        printed.Length > 0 && PenName.Length == 0 && !FormerNames.Contains(printed) ? printed : PrintedName(editionCode);

    /// <summary>The lines about the author, in an edition's own language where there are any.</summary>
    public string PrintedBio(string editionCode = "") =>
        IsHidden ? "" : Translations.GetValueOrDefault(editionCode)?.Bio is { Length: > 0 } translated ? translated : Bio;
}

public sealed record ContributorText(string Name, string Bio);
