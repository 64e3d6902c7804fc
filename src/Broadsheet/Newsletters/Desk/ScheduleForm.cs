using System.Globalization;
using Broadsheet.Editions;
using Broadsheet.Newsletters.Schedule;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Desk;

/// <summary>When a newsletter goes out and what with, as typed.</summary>
public sealed record ScheduleForm(string Rhythm, string Day, string At, string Filling, IReadOnlyList<long> Sections, string Most, long Revision)
{
    public static ScheduleForm Of(NewsletterSchedule row) => new(
        $"{row.Rhythm}", $"{row.Day}", row.At.ToString("HH:mm", CultureInfo.InvariantCulture), $"{row.Rules.Filling}", row.Rules.Sections, row.Rules.Most.ToString(CultureInfo.InvariantCulture), row.Revision);

    public static ScheduleForm Read(IFormCollection form) => new(
        form["Rhythm"].ToString(), form["Day"].ToString(), form["SendsAt"].ToString(), form["Filling"].ToString(), [.. form["Sections"].Select(text => long.TryParse(text, out var id) ? id : 0).Where(id => id > 0)], form["Most"].ToString(),
        long.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision) ? revision : 0);

    public Problems Check()
    {
        var problems = new Problems();
        if (ReadTime() is null) problems.Add("SendsAt", T("schedule.problem.at"));
        if (!int.TryParse(Most, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > 50) problems.Add(nameof(Most), T("schedule.problem.most"));
        return problems;
    }

    /// <summary>To be called after a check that found nothing.</summary>
    public void Fill(NewsletterSchedule row, Edition edition, DateTimeOffset now) => row.Choose(
        Enum.TryParse<Rhythm>(Rhythm, out var rhythm) && Enum.IsDefined(rhythm) ? rhythm : null, Enum.TryParse<DayOfWeek>(Day, out var day) && Enum.IsDefined(day) ? day : DayOfWeek.Monday, ReadTime()!.Value,
        new(Enum.TryParse<Filling>(Filling, out var filling) && Enum.IsDefined(filling) ? filling : default, Sections, int.Parse(Most, CultureInfo.InvariantCulture)), edition, now);

    private TimeOnly? ReadTime() => TimeOnly.TryParse(At, CultureInfo.InvariantCulture, out var at) ? at : null;
}
