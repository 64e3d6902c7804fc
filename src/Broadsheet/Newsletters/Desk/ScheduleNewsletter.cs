using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Newsletters.Schedule;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

public sealed record ScheduleView(Edition Edition, Newsletter Newsletter, NewsletterSchedule Schedule, ScheduleForm Form, IReadOnlyList<Section> Sections, Problems Problems);

/// <summary>GET, POST /newsroom/newsletters/7/schedule: when it goes out by itself, and what with.</summary>
public static class ScheduleNewsletter
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/newsletters/{id:long}/schedule", Get).Requires(Permission.RunNewsletters);
        newsroom.MapPost("/newsletters/{id:long}/schedule", Post).Requires(Permission.RunNewsletters);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.Newsletters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is { } newsletter
            ? await AnswerAsync(newsletter, await newspaper.ScheduleOfAsync(id, stop), null, Problems.None, StatusCodes.Status200OK, newspaper, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Newsletters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } newsletter) return TypedResults.NotFound();
        var form = ScheduleForm.Read(fields);
        try
        {
            return await newspaper.WriteAsync<IResult>(async () =>
            {
                var schedule = await newspaper.ScheduleOfAsync(id, stop);
                if (schedule.Revision != form.Revision) return await StaleAsync(schedule);
                if (form.Check() is { Any: true } problems) return await AnswerAsync(newsletter, schedule, form, problems, StatusCodes.Status422UnprocessableEntity, newspaper, stop);

                form.Fill(schedule, await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == newsletter.EditionId, stop), clock.GetUtcNow());
                if (schedule.Id == 0) newspaper.NewsletterSchedules.Add(schedule);
                await newspaper.SaveChangesAsync(stop);
                return TypedResults.Redirect($"/newsroom/newsletters/{id}/schedule");
            }, stop);
        }
        catch (DbUpdateException)
        {
            newspaper.ChangeTracker.Clear();
            return await StaleAsync(await newspaper.ScheduleOfAsync(id, stop));
        }

        Task<IResult> StaleAsync(NewsletterSchedule schedule) => AnswerAsync(newsletter, schedule, form with { Revision = schedule.Revision }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, newspaper, stop);
    }

    private static async Task<IResult> AnswerAsync(Newsletter newsletter, NewsletterSchedule schedule, ScheduleForm? form, Problems problems, int status, Newspaper newspaper, CancellationToken stop) =>
        Page.Of<SchedulePage, ScheduleView>(new(
            await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == newsletter.EditionId, stop), newsletter, schedule, form ?? ScheduleForm.Of(schedule),
            await newspaper.Sections.AsNoTracking().Where(row => row.EditionId == newsletter.EditionId).OrderBy(row => row.Position).ToListAsync(stop), problems), status);
}
