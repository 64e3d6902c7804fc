using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles.CoEditing;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Words;

namespace Broadsheet.Planning;

/// <summary>Why a story stands on a day of the calendar.</summary>
public enum CalendarReason { Planned, Due, Scheduled, Out }

/// <param name="At">The hour, where there is one.</param>
public sealed record CalendarEntry(StoryLine Story, CalendarReason Reason, DateOnly Day, DateTimeOffset? At);

public sealed record CalendarView(Edition Edition, DateOnly Day, bool IsWeek, DateOnly First, int Days, DateOnly Today, ILookup<DateOnly, CalendarEntry> Entries, PlanningNames Names, IReadOnlyDictionary<long, IReadOnlyList<string>> Editing, Staff Staff)
{
    public string Title => IsWeek
        ? $"{Dates.DayOfYear(First)} – {Dates.Day(First.AddDays(6))}"
        : Dates.Month(Day);

    public string Here => At(Day, IsWeek);

    public string Earlier => At(IsWeek ? Day.AddDays(-7) : Day.AddMonths(-1), IsWeek);

    public string Later => At(IsWeek ? Day.AddDays(7) : Day.AddMonths(1), IsWeek);

    public string At(DateOnly day, bool week) => string.Create(CultureInfo.InvariantCulture, $"/newsroom/calendar?at={day:yyyy-MM-dd}&view={(week ? "week" : "month")}&edition={Edition.Id}");

    public static string NameOf(DateOnly day) => Dates.Weekday(day);
}

/// <summary>GET /newsroom/calendar: what is planned, due and scheduled, by the edition's days; and what went out.</summary>
public static class ShowCalendar
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/calendar", Get).Requires(Permission.EnterNewsroom);

    internal static async Task<IResult> Get(string? at, string? view, long? edition, Staff staff, Newspaper newspaper, ArticleRooms rooms, TimeProvider clock, CancellationToken stop)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        if ((names.Editions.FirstOrDefault(row => row.Id == edition) ?? (names.Editions is [var main, ..] ? main : null)) is not { } here) throw new RefusalException(Text.T("article.noEdition"));

        var today = here.DayOf(names.Now);
        var day = DateOnly.TryParse(at, CultureInfo.InvariantCulture, out var asked) && asked.Year is > 1900 and < 9000 ? asked : today;
        var isWeek = view == "week";
        var first = MondayOf(isWeek ? day : new DateOnly(day.Year, day.Month, 1));
        var days = isWeek ? 7 : 7 * (int)Math.Ceiling((new DateOnly(day.Year, day.Month, 1).AddMonths(1).DayNumber - first.DayNumber) / 7.0);

        var (from, until) = (here.InstantOf(first.ToDateTime(TimeOnly.MinValue)), here.InstantOf(first.AddDays(days).ToDateTime(TimeOnly.MinValue)));
        var last = first.AddDays(days);
        var lines = await newspaper.PlannedStories(staff).Where(row => row.Article.EditionId == here.Id && (
                (row.Plan!.PlannedFor >= first && row.Plan!.PlannedFor < last) || (row.Plan!.DueAt >= from && row.Plan!.DueAt < until)
                || (row.Article.ScheduledFor >= from && row.Article.ScheduledFor < until) || (row.Article.PublishedAt >= from && row.Article.PublishedAt < until)))
            .OrderBy(row => row.Article.Id).LinesAsync(stop);
        return Page.Of<CalendarPage, CalendarView>(new(here, day, isWeek, first, days, today, lines.Select(line => EntryOf(line, here)).OrderBy(entry => entry.At ?? DateTimeOffset.MaxValue).ToLookup(entry => entry.Day), names, rooms.NamesIn(lines.Select(line => line.Article.Id)), staff));
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    // Once each: what has happened says more than what was meant to.
    private static CalendarEntry EntryOf(StoryLine line, Edition edition)
    {
        if (line.Article.ScheduledFor is { } goes) return new(line, CalendarReason.Scheduled, DayOf(goes), goes);
        if (line.Article.PublishedAt is { } went) return new(line, CalendarReason.Out, DayOf(went), went);
        if (line.Plan!.PlannedFor is { } day) return new(line, CalendarReason.Planned, day, null);
        return new(line, CalendarReason.Due, DayOf(line.Plan.DueAt!.Value), line.Plan.DueAt);

        DateOnly DayOf(DateTimeOffset at) => edition.DayOf(at);
    }
}
