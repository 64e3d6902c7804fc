using Broadsheet.Web.Fields;
using System.Globalization;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Desk;

/// <summary>What an issue's page asks, as typed.</summary>
/// <param name="Places">Of each story its place in the mail; those without one are left out.</param>
/// <param name="GaveSince">A day, as are the next two, as date fields write it.</param>
public sealed record IssueForm(string Subject, string Preheader, string Intro, Guid? Picture, IReadOnlyDictionary<long, string> Places, ForWhom ForWhom, string GaveSince, string JoinedFrom, string JoinedUntil, long Revision)
{
    private const string Place = "Place-";

    public static IssueForm Of(Issue row) => new(row.Subject, row.Preheader, row.Intro, row.Picture,
        row.Stories.Select((id, at) => (id, at)).ToDictionary(one => one.id, one => (one.at + 1).ToString(CultureInfo.InvariantCulture)),
        row.Segment.ForWhom, Typed(row.Segment.GaveSince), Typed(row.Segment.JoinedFrom), Typed(row.Segment.JoinedUntil), row.Revision);

    public static IssueForm Read(IFormCollection form)
    {
        var places = form.Keys.Where(key => key.StartsWith(Place, StringComparison.Ordinal) && form[key].ToString().Trim().Length > 0)
            .Select(key => (Id: long.TryParse(key[Place.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0, Typed: form[key].ToString().Trim()));
        return new(Line("Subject"), Line("Preheader"), form["Intro"].ToString().Trim(), Guid.TryParse(form["Picture"], out var picture) ? picture : null, places.Where(one => one.Id > 0).ToDictionary(one => one.Id, one => one.Typed),
            Enum.TryParse<ForWhom>(form["ForWhom"], out var forWhom) && Enum.IsDefined(forWhom) ? forWhom : ForWhom.Everybody, form["GaveSince"].ToString().Trim(), form["JoinedFrom"].ToString().Trim(), form["JoinedUntil"].ToString().Trim(),
            long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

        // None of it may break a line: it goes into the heads of mails.
        string Line(string field) => Short(form[field].ToString().ReplaceLineEndings(" ").Trim());
    }

    /// <summary>The chosen stories by their places.</summary>
    public IReadOnlyList<long> Stories => [.. Places.OrderBy(one => int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue).Select(one => one.Key)];

    /// <summary>A day that cannot be read must not make an appeal to some one to all.</summary>
    public Problems Check()
    {
        var problems = new Problems();
        foreach (var (field, typed) in new[] { (nameof(GaveSince), GaveSince), (nameof(JoinedFrom), JoinedFrom), (nameof(JoinedUntil), JoinedUntil) })
            if (typed.Length > 0 && Day(typed) is null) problems.Add(field, T("segment.problem.day"));
        return problems;
    }

    /// <summary>To be asked for after a check that found nothing.</summary>
    public Segment Segment => new(ForWhom, Day(GaveSince), Day(JoinedFrom), Day(JoinedUntil));

    private static DateOnly? Day(string typed) => FieldDay.Read(typed) is { Year: > 1970 and < 3000 } day ? day : null;

    private static string Typed(DateOnly? day) => day is { } given ? FieldDay.Of(given) : "";

    private static string Short(string text) => text.Length <= 300 ? text : text[..300];
}
