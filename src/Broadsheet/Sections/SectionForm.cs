using System.Globalization;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using static Broadsheet.Web.Text;

namespace Broadsheet.Sections;

/// <summary>What a section's page asks, as typed.</summary>
public sealed record SectionForm(string Name, string Slug, string Description, long Revision)
{
    public static SectionForm Empty { get; } = new("", "", "", 0);

    public static SectionForm Of(Section section) => new(section.Name, section.Slug, section.Description, section.Revision);

    public static SectionForm Read(IFormCollection form) => new(
        form["Name"].ToString().Trim(), form["Slug"].ToString().Trim(), form["Description"].ToString().ReplaceLineEndings("\n").Trim(),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    /// <summary>The slug that it gets: what is typed made fit for an address, else made of the name.</summary>
    public string Address => Paper.Slug.Of(Slug.Length > 0 ? Slug : Name);

    public async Task<Problems> CheckAsync(long edition, Guid? self, FirstSegments segments, CancellationToken stop)
    {
        var problems = new Problems();
        if (Name.Length == 0) problems.Add(nameof(Name), T("section.problem.name"));
        else if (await segments.ProblemAsync(edition, Address, self, stop) is { } taken) problems.Add(nameof(Slug), taken);
        return problems;
    }

    public IReadOnlyList<StaleText> Against(Section theirs) => StaleText.Of(
        new(T("section.name"), Name, theirs.Name), new(T("section.slug"), Slug, theirs.Slug), new(T("section.description"), Description, theirs.Description));
}
