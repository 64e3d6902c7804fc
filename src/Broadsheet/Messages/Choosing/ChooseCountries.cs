using Broadsheet.Accounts;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Messages.Choosing;

/// <summary>POST /newsroom/messages/countries: in which countries readers' browsers remember nothing.</summary>
public static class ChooseCountries
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/messages/countries", Post).Requires(Permission.RunPaper);

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var typed = fields["Without"].ToString().Trim();
        if (CountryCodes.Read(typed) is not { } countries)
            return await ListMessages.AnswerAsync(typed, new Problems().Add("Without", Text.T("message.problem.countries")), StatusCodes.Status422UnprocessableEntity, newspaper, clock, stop);

        newspaper.SetSetting(new LocalFacts { Without = countries }, staff.By, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/messages");
    }
}
