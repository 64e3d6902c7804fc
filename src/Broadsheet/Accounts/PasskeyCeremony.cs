using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Accounts;

/// <summary>Adds passkeys and says whose signed, over Identity's handler of WebAuthn. What a device was asked stays with the asking browser until it answers.</summary>
internal sealed class PasskeyCeremony<TUser>(IPasskeyHandler<TUser> handler, Ceremony ceremony) where TUser : class
{
    // A challenge for readers is none for staff.
    private static readonly string Adding = $"{typeof(TUser).Name}-passkey-adding", SigningIn = $"{typeof(TUser).Name}-passkey-signing-in";

    /// <summary>What navigator.credentials.create wants, as JSON.</summary>
    public async Task<string> BeginAddingAsync(HttpContext http, PasskeyUserEntity who)
    {
        var options = await handler.MakeCreationOptionsAsync(who, http);
        ceremony.Begin(http, Adding, options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    /// <summary>The key that the device made; null: its answer is none to what was asked, or was asked of somebody else.</summary>
    /// <param name="id">Whose it is to be.</param>
    public async Task<UserPasskeyInfo?> AddedAsync(HttpContext http, string id, string credential)
    {
        if (ceremony.Finish(http, Adding) is not { } state) return null;
        var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == id ? result.Passkey : null;
    }

    /// <summary>What navigator.credentials.get wants, as JSON. It names nobody: the device knows whose key it holds.</summary>
    public async Task<string> BeginSigningInAsync(HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(null, http);
        ceremony.Begin(http, SigningIn, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    /// <summary>Whose key signed the challenge, and the key as it is now; null: nobody's did.</summary>
    public async Task<(TUser User, UserPasskeyInfo Passkey)?> SignedAsync(HttpContext http, string credential)
    {
        if (ceremony.Finish(http, SigningIn) is not { } state) return null;
        var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
        return result.Succeeded ? (result.User, result.Passkey) : null;
    }
}
