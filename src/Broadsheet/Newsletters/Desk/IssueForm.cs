using System.Globalization;
using Broadsheet.Newsletters.Issues;

namespace Broadsheet.Newsletters.Desk;

/// <summary>What an issue's page asks, as typed.</summary>
/// <param name="Places">Of each story its place in the mail; those without one are left out.</param>
/// <param name="GaveSince">A day, as are the next two, as date fields write it.</param>
public sealed record IssueForm(string Subject, string Preheader, string Intro, IReadOnlyDictionary<long, string> Places, ForWhom ForWhom, string GaveSince, string JoinedFrom, string JoinedUntil, long Revision)
{
    private const string Place = "Place-";

    public static IssueForm Of(Issue row) => new(row.Subject, row.Preheader, row.Intro,
        row.Stories.Select((id, at) => (id, at)).ToDictionary(one => one.id, one => (one.at + 1).ToString(CultureInfo.InvariantCulture)),
        row.Segment.ForWhom, Typed(row.Segment.GaveSince), Typed(row.Segment.JoinedFrom), Typed(row.Segment.JoinedUntil), row.Revision);

    public static IssueForm Read(IFormCollection form)
    {
        var places = form.Keys.Where(key => key.StartsWith(Place, StringComparison.Ordinal) && form[key].ToString().Trim().Length > 0)
            .Select(key => (Id: long.TryParse(key[Place.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0, Typed: form[key].ToString().Trim()));
        return new(Line("Subject"), Line("Preheader"), form["Intro"].ToString().Trim(), places.Where(one => one.Id > 0).ToDictionary(one => one.Id, one => one.Typed),
            Enum.TryParse<ForWhom>(form["ForWhom"], out var forWhom) ? forWhom : ForWhom.Everybody, form["GaveSince"].ToString(), form["JoinedFrom"].ToString(), form["JoinedUntil"].ToString(),
            long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

        // None of it may break a line: it goes into the heads of mails.
        string Line(string field) => Short(form[field].ToString().ReplaceLineEndings(" ").Trim());
    }

    /// <summary>The chosen stories by their places.</summary>
    public IReadOnlyList<long> Stories => [.. Places.OrderBy(one => int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue).Select(one => one.Key)];

    /// <summary>A day that is none is left out. Browsers send none that is wrong.</summary>
    public Segment Segment => new(ForWhom, Day(GaveSince), Day(JoinedFrom), Day(JoinedUntil));

    private static DateOnly? Day(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 3000 ? day : null;

    private static string Typed(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Short(string text) => text.Length <= 300 ? text : text[..300];
}
