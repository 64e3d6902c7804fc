using Broadsheet.Storage;
using Broadsheet.Editions;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers.Passkeys;

/// <summary>/account/passkeys: a reader adds and removes her own.</summary>
public static class EditReaderPasskeys
{
    public static void Map(IEndpointRouteBuilder account)
    {
        account.MapPost("/passkeys/challenge", PostChallenge).Braked(Brake.SignIn);
        account.MapPost("/passkeys", Post).Braked(Brake.SignIn);
        account.MapPost("/passkeys/{id:guid}/removal", PostRemoval);
    }

    internal static async Task<IResult> PostChallenge(HttpContext http, ReaderKeys keys) => Results.Text(await keys.BeginAddingAsync(http, http.Reader.Reader), "application/json");

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, ReaderKeys keys, Doorsteps doorsteps, CancellationToken stop) =>
        await keys.AddAsync(http, http.Reader.Reader, fields["Credential"].ToString(), stop) ? Results.Redirect("/account?done=passkeys")
            : doorsteps.Say(http.Edition!, "account.no-passkey", StatusCodes.Status422UnprocessableEntity, ("account.title", "/account"), ("most", ReaderKeys.Most));

    internal static async Task<IResult> PostRemoval(Guid id, HttpContext http, Newspaper newspaper, CancellationToken stop)
    {
        var reader = http.Reader.Reader.Id;
        await newspaper.WriteAsync(() => newspaper.ReaderPasskeys.Where(row => row.PublicId == id && row.ReaderId == reader).ExecuteDeleteAsync(stop), stop);
        return Results.Redirect("/account?done=passkeys");
    }
}
