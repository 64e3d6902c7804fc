using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Trust.Machines;
using Broadsheet.Web;

namespace Broadsheet.Trust.Desk;

/// <summary>POST /newsroom/trust/files: what programs are told of the paper as a whole, and what they may do with its text.</summary>
public static class EditTrustFiles
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/trust/files", Post).Requires(Permission.RunPaper);

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var form = TrustFilesForm.Read(fields);
        if (form.Check() is { Any: true } problems) return await EditTrust.AnswerAsync(newspaper, null, null, form, problems, StatusCodes.Status422UnprocessableEntity, stop);

        var last = await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.Where(row => row.Code == "").TakeTurnAsync(stop);
            var standing = Math.Max((await newspaper.SettingAndRevisionAsync<TrustFiles>(stop)).Revision, (await newspaper.SettingAndRevisionAsync<MachineTerms>(stop)).Revision);
            if (standing != form.Revision) return standing;
            newspaper.SetSetting(form.Files, staff.By, clock.GetUtcNow());
            newspaper.SetSetting(form.Machines, staff.By, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            return form.Revision;
        }, stop);
        return last == form.Revision
            ? TypedResults.Redirect("/newsroom/trust")
            : await EditTrust.AnswerAsync(newspaper, null, null, form with { Revision = last }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, stop);
    }
}
