using Broadsheet.Machine;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Messages.Choosing;

/// <summary>
/// GET /country: from which country a reader comes, as the CDN in front says, in two letters; then a minus where her browser is to remember nothing. A page asks
/// only if a message on it is for some countries alone, or if memory is off in some. Nobody keeps the answer, and none is kept here.
/// </summary>
public static class TellCountry
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/country", Get).AllowAnonymous().ExcludeFromDescription();

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, MachineSettings machine, CancellationToken stop)
    {
        var country = Of(http.Request, machine.Edge.CountryHeader);
        var isKept = (await newspaper.SettingAsync<LocalFacts>(stop)).AreKeptIn(country);
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Text(isKept ? country : $"{country}-", "text/plain");
    }

    // XX is Cloudflare's word for not knowing.
    private static string Of(HttpRequest request, string header) =>
        header.Length > 0 && request.Headers[header].ToString().Trim().ToUpperInvariant() is var code && CountryCodes.IsOne(code) && code != "XX" ? code : "";
}
