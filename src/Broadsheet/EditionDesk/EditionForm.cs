using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.EditionDesk;

/// <summary>What an edition's page asks, as typed. The code is asked for while it is made: addresses begin with it.</summary>
public sealed record EditionForm(string Name, string Tagline, string Code, string Language, string TimeZone, long Revision)
{
    public static EditionForm Of(Edition edition) => new(edition.Name, edition.Tagline, edition.Code, edition.Language, edition.TimeZone, edition.Revision);

    public static EditionForm Read(IFormCollection form)
    {
        return new(Line("Name"), Line("Tagline"), Line("Code"), Line("Language"), Line("TimeZone"),
            long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

        string Line(string field) => form[field].ToString().Trim();
    }

    /// <summary>The languages of set-up, and the one that the edition has already, whichever it is.</summary>
    public IReadOnlyList<Choice> Languages => PaperLanguages.All.Any(one => one.Value == Language) || Language.Length == 0
        ? PaperLanguages.All
        : [new(Language, Edition.IsLanguage(Language) ? CultureInfo.GetCultureInfo(Language).NativeName : Language), .. PaperLanguages.All];

    public Problems Check()
    {
        var problems = new Problems();
        if (Name.Length == 0) problems.Add(nameof(Name), T("edition.problem.name"));
        if (!Edition.IsLanguage(Language)) problems.Add(nameof(Language), T("edition.problem.language"));
        if (!Edition.IsTimeZone(TimeZone)) problems.Add(nameof(TimeZone), T("edition.problem.zone"));
        return problems;
    }

    /// <summary>Whether the code can be had by a new edition.</summary>
    public async Task CheckCodeAsync(Problems problems, Newspaper newspaper, FirstSegments segments, CancellationToken stop)
    {
        if (!Edition.IsCode(Code))
        {
            problems.Add(nameof(Code), T("edition.problem.code"));
            return;
        }
        foreach (var edition in await newspaper.Editions.Select(row => row.Id).ToListAsync(stop))
        {
            if (await segments.ProblemAsync(edition, Code, null, stop) is not { } taken) continue;
            problems.Add(nameof(Code), taken);
            return;
        }
    }

    public IReadOnlyList<StaleText> Against(Edition theirs) => StaleText.Of(
        new(T("edition.name"), Name, theirs.Name), new(T("edition.tagline"), Tagline, theirs.Tagline),
        new(T("edition.language"), Language, theirs.Language), new(T("edition.zone"), TimeZone, theirs.TimeZone));
}
