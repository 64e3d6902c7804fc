using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Messages;

/// <summary>POST /newsroom/messages/standstill stops all appeals and scheduled mail, POST /newsroom/messages/resumption ends that. Pressed twice, the first counts.</summary>
public static class StopAppeals
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/messages/standstill", (Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => SetAsync(true, newspaper, staff, clock, stop)).Requires(Permission.RunPaper);
        newsroom.MapPost("/messages/resumption", (Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop) => SetAsync(false, newspaper, staff, clock, stop)).Requires(Permission.RunPaper);
    }

    private static async Task<IResult> SetAsync(bool isStopped, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Code == "").TakeTurnAsync(stop);
            if (await newspaper.AreAppealsStoppedAsync(stop) == isStopped) return;

            var now = clock.GetUtcNow();
            newspaper.SetSetting(new AppealStop { IsStopped = isStopped, By = staff.Name, Since = now }, staff.By, now);
            newspaper.Audit(staff, isStopped ? "appeals-stopped" : "appeals-resumed", "paper", null, now);
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.Redirect("/newsroom/messages");
    }
}
