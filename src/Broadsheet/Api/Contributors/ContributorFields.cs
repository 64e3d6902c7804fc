using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Contributors;
using Broadsheet.Paper;

namespace Broadsheet.Api.Contributors;

/// <summary>What can be said and changed about a contributor. In a change, what is absent stays as it is.</summary>
public record ContributorFields
{
    [Description("A person, or a desk that signs as one.")]
    public ContributorKind? Kind { get; init; }

    [Description("The real name. With a pen name it is for the publisher’s eyes: other tokens are not told it and cannot change it.")]
    public string? Name { get; init; }

    [Description("The name printed instead of the real one.")]
    public string? PenName { get; init; }

    [Description("The lines about the author.")]
    public string? Bio { get; init; }

    [Description("The portrait: the id of a picture.")]
    public Guid? Picture { get; init; }

    [Description("Hidden everywhere, in old bylines too.")]
    public bool? IsHidden { get; init; }

    [Description("How name and lines read in other editions, by edition code. Replaces what was there.")]
    public Dictionary<string, ContributorWords>? Translations { get; init; }
}

/// <summary>Somebody’s name and lines in an edition’s own language.</summary>
public sealed record ContributorWords
{
    [Description("The name in the edition’s script. Absent: the usual one.")]
    public string? Name { get; init; }

    [Description("The lines about the author. Absent: the usual ones.")]
    public string? Bio { get; init; }
}

/// <summary>A new contributor.</summary>
public sealed record NewContributor : ContributorFields
{
    [Description("The name in the address /by/{slug}. Absent: made from the printed name. It cannot be changed here.")]
    public string? Slug { get; init; }
}

/// <summary>Somebody whose name stands in bylines.</summary>
public sealed record ContributorAnswer
{
    [Description("Names the contributor for ever.")]
    public required Guid Id { get; init; }

    [Description("A person, or a desk that signs as one.")]
    public required ContributorKind Kind { get; init; }

    [Description("The name that readers see; empty for somebody hidden.")]
    public required string PrintedName { get; init; }

    [Description("The real name. Absent where a pen name hides it from this token.")]
    public string? Name { get; init; }

    [Description("The name printed instead of the real one; empty for none.")]
    public required string PenName { get; init; }

    [Description("The name in the address.")]
    public required string Slug { get; init; }

    [Description("The lines about the author.")]
    public required string Bio { get; init; }

    [Description("The portrait: the id of a picture.")]
    public Guid? Picture { get; init; }

    [Description("Hidden everywhere, in old bylines too.")]
    public required bool IsHidden { get; init; }

    [Description("How name and lines read in other editions, by edition code.")]
    public required IReadOnlyDictionary<string, ContributorWords> Translations { get; init; }

    [Description("The path of the contributor’s page in the first edition.")]
    public required string Url { get; init; }

    internal static ContributorAnswer Of(Contributor contributor, Staff staff) => new()
    {
        Id = contributor.PublicId,
        Kind = contributor.Kind,
        PrintedName = contributor.PrintedName(),
        Name = MaySeeName(contributor, staff) ? contributor.Name : null,
        PenName = contributor.PenName,
        Slug = contributor.Slug,
        Bio = contributor.Bio,
        Picture = contributor.Picture,
        IsHidden = contributor.IsHidden,
        Translations = contributor.Translations.ToDictionary(one => one.Key, one => new ContributorWords { Name = one.Value.Name, Bio = one.Value.Bio }),
        Url = PaperOrigin.Path("by", contributor.Slug),
    };

    internal static bool MaySeeName(Contributor contributor, Staff staff) => contributor.PenName.Length == 0 || staff.May(Permission.SeeRealNames);
}
