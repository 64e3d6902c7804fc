using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers.Passkeys;

/// <summary>Adds readers' passkeys and says whose signed, over Identity's handler of WebAuthn.</summary>
internal sealed class ReaderKeys(IPasskeyHandler<Reader> handler, Newspaper newspaper, Ceremony ceremony, TimeProvider clock)
{
    internal const int Most = 10;

    private const string Adding = "reader-passkey-adding", SigningIn = "reader-passkey-signing-in";

    /// <summary>What navigator.credentials.create wants, as JSON.</summary>
    public async Task<string> BeginAddingAsync(HttpContext http, Reader reader)
    {
        var options = await handler.MakeCreationOptionsAsync(new() { Id = reader.PublicId.ToString(), Name = reader.TypedAddress, DisplayName = reader.TypedAddress }, http);
        ceremony.Begin(http, Adding, options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    /// <summary>False: the device's answer is none to what was asked of her, or she has as many as there may be.</summary>
    public async Task<bool> AddAsync(HttpContext http, Reader reader, string credential, CancellationToken stop)
    {
        if (ceremony.Finish(http, Adding) is not { } state) return false;
        var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != reader.PublicId.ToString()) return false;

        return await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.ReaderPasskeys.CountAsync(row => row.ReaderId == reader.Id, stop) >= Most) return false;
            newspaper.ReaderPasskeys.Add(new ReaderPasskey(reader, result.Passkey, Device.Of(http.Request), clock.GetUtcNow()));
            await newspaper.SaveChangesAsync(stop);
            return true;
        }, stop);
    }

    /// <summary>What navigator.credentials.get wants, as JSON. It names nobody: the device knows whose key it holds.</summary>
    public async Task<string> BeginSigningInAsync(HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(null, http);
        ceremony.Begin(http, SigningIn, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    /// <summary>Begins a session of whose key signed the challenge; null: nobody's did.</summary>
    public async Task<Secret?> SignInAsync(HttpContext http, string credential, CancellationToken stop)
    {
        if (ceremony.Finish(http, SigningIn) is not { } state) return null;
        var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded) return null;

        return await newspaper.WriteAsync(async () =>
        {
            var signed = result.Passkey.CredentialId;
            // Removed while she signed.
            if (await newspaper.ReaderPasskeys.SingleOrDefaultAsync(row => row.CredentialId == signed, stop) is not { } key) return null;
            key.Note(result.Passkey);
            return await newspaper.BeginSessionAsync(result.User, http, clock.GetUtcNow(), stop);
        }, stop);
    }
}
