using System.Globalization;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Contributors;

/// <summary>What a contributor's page asks, as typed. Translations are by edition code.</summary>
/// <param name="Names">Whether the form has the names: who may not see a real name is not asked for it, and cannot blank it.</param>
public sealed record ContributorForm(
    bool Names, ContributorKind Kind, string Name, string PenName, string Slug, string Bio, Guid? Picture, bool IsHidden,
    IReadOnlyDictionary<string, ContributorText> Translations, long Revision)
{
    public static ContributorForm Of(Contributor? who, bool names) => who is null
        ? new(true, ContributorKind.Person, "", "", "", "", null, false, new Dictionary<string, ContributorText>(), 0)
        : new(names, who.Kind, names ? who.Name : "", who.PenName, who.Slug, who.Bio, who.Picture, who.IsHidden, who.Translations, who.Revision);

    public static ContributorForm Read(IFormCollection form, IEnumerable<Edition> editions, bool names) => new(
        names, Enum.TryParse<ContributorKind>(form["Kind"], out var kind) && Enum.IsDefined(kind) ? kind : ContributorKind.Person,
        Word(form, "Name"), Word(form, "PenName"), Word(form, "Slug"), Word(form, "Bio"),
        Guid.TryParse(form["Picture"], out var picture) ? picture : null, form["IsHidden"] == "true",
        editions.ToDictionary(edition => edition.Code, edition => new ContributorText(Word(form, $"Name.{edition.Code}"), Word(form, $"Bio.{edition.Code}"))),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public string Address => Paper.Slug.Of(Slug.Length > 0 ? Slug : PenName.Length > 0 ? PenName : Name);

    public async Task<Problems> CheckAsync(Contributor? who, Newspaper newspaper, CancellationToken stop)
    {
        var (problems, address, id) = (new Problems(), Address, who?.Id);
        if (Names && Name.Length == 0) problems.Add(nameof(Name), T("contributor.problem.name"));
        // An address made of the real name would tell it to everybody.
        else if (Names && PenName.Length > 0 && address == Paper.Slug.Of(Name)) problems.Add(nameof(Slug), T("contributor.problem.tellsName"));
        else if (await newspaper.Contributors.AnyAsync(row => row.Slug == address && row.Id != id, stop)) problems.Add(nameof(Slug), T("contributor.problem.taken", ("slug", address)));
        return problems;
    }

    public void WriteTo(Contributor who)
    {
        if (Names) who.Rename(Name, PenName);
        (who.Kind, who.Slug, who.Bio, who.Picture, who.IsHidden) = (Kind, Names || Slug.Length > 0 ? Address : who.Slug, Bio, Picture, IsHidden);
        who.Translations = Translations
            .Select(pair => (pair.Key, Text: Names ? pair.Value : pair.Value with { Name = who.Translations.GetValueOrDefault(pair.Key)?.Name ?? "" }))
            .Where(pair => pair.Text is not { Name: "", Bio: "" }).ToDictionary(pair => pair.Key, pair => pair.Text);
        who.Touch();
    }

    public IReadOnlyList<StaleText> Against(Contributor theirs) => StaleText.Of(
    [
        .. Names ? [new StaleText(T("contributor.name"), Name, theirs.Name), new StaleText(T("contributor.penName"), PenName, theirs.PenName)] : Array.Empty<StaleText>(),
        new(T("contributor.slug"), Slug, theirs.Slug), new(T("contributor.bio"), Bio, theirs.Bio),
        .. Translations.Select(pair => new StaleText($"{T("contributor.bio")} ({pair.Key})", pair.Value.Bio, theirs.Translations.GetValueOrDefault(pair.Key)?.Bio ?? "")),
    ]);

    private static string Word(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();
}
