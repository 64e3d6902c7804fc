using System.Globalization;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Giving.Receipts.Desk;

/// <summary>What the page of a legal entity asks, as typed.</summary>
public sealed record EntityForm(EntityDetails Details, string Years, IReadOnlyList<string> Editions)
{
    /// <summary>Which state of the entity she began from.</summary>
    public long Revision { get; init; }

    public const int LongestLine = 200, LongestText = 600;

    public static EntityForm Of(LegalEntity entity, IEnumerable<long> editions) =>
        new(entity.Details, entity.KeepYears.ToString(CultureInfo.InvariantCulture), [.. editions.Select(id => id.ToString(CultureInfo.InvariantCulture))]) { Revision = entity.Revision };

    public static EntityForm Read(IFormCollection form)
    {
        return new(new()
        {
            Kind = Enum.TryParse<ReceiptKind>(form["Kind"], out var kind) && Enum.IsDefined(kind) ? kind : ReceiptKind.Plain,
            Name = Line("Name"),
            Address = form["Address"].ToString().ReplaceLineEndings("\n").Trim(),
            Country = Line("Country").ToUpperInvariant(),
            Registration = Line("Registration"),
            Approval = Line("Approval"),
            Purpose = Line("Purpose"),
            Signatory = Line("Signatory"),
        }, Line("Years"), [.. form["Editions"].OfType<string>()])
        {
            Revision = long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0,
        };

        string Line(string field) => form[field].ToString().ReplaceLineEndings(" ").Trim();
    }

    public int? KeepYears => int.TryParse(Years, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= LegalEntity.MostYears ? years : null;

    /// <summary>What differs from what somebody else has saved meanwhile.</summary>
    public IReadOnlyList<StaleText> Against(LegalEntity theirs) => StaleText.Of(
        new(T("entity.name"), Details.Name, theirs.Details.Name), new(T("entity.address"), Details.Address, theirs.Details.Address), new(T("entity.country"), Details.Country, theirs.Details.Country),
        new(T("entity.registration"), Details.Registration, theirs.Details.Registration), new(T("entity.kind"), T($"entity.kind.{Details.Kind}"), T($"entity.kind.{theirs.Details.Kind}")),
        new(T("entity.approval"), Details.Approval, theirs.Details.Approval), new(T("entity.purpose"), Details.Purpose, theirs.Details.Purpose),
        new(T("entity.signatory"), Details.Signatory, theirs.Details.Signatory), new(T("entity.years"), Years, theirs.KeepYears.ToString(CultureInfo.InvariantCulture)));

    /// <param name="taken">Editions for which another gives out receipts.</param>
    public Problems Check(IReadOnlyDictionary<string, string> taken)
    {
        var problems = new Problems();
        var fields = new Dictionary<string, string>
        {
            [nameof(Details.Name)] = Details.Name,
            [nameof(Details.Registration)] = Details.Registration,
            [nameof(Details.Approval)] = Details.Approval,
            [nameof(Details.Purpose)] = Details.Purpose,
            [nameof(Details.Signatory)] = Details.Signatory,
            [nameof(Details.Address)] = Details.Address,
        };
        if (Details.Name.Length == 0) problems.Add(nameof(Details.Name), T("entity.problem.name"));
        foreach (var need in Details.Template.Needs.Where(need => fields[need].Length == 0)) problems.Add(need, T("entity.problem.need", ("kind", T($"entity.kind.{Details.Kind}"))));
        foreach (var (field, _) in fields.Where(field => field.Value.Length > (field.Key is nameof(Details.Address) or nameof(Details.Purpose) ? LongestText : LongestLine))) problems.Add(field, T("entity.problem.long"));
        if (Details.Country.Length != 2 || !Details.Country.All(char.IsAsciiLetterUpper)) problems.Add(nameof(Details.Country), T("entity.problem.country"));
        else if (Details.Template.Country is { Length: > 0 } only && only != Details.Country) problems.Add(nameof(Details.Country), T("entity.problem.other-country", ("country", only)));
        if (KeepYears is null) problems.Add(nameof(Years), T("entity.problem.years", ("most", LegalEntity.MostYears)));
        foreach (var edition in Editions) if (taken.TryGetValue(edition, out var other)) problems.Add(nameof(Editions), T("entity.problem.taken", ("entity", other)));
        return problems;
    }
}
