using Broadsheet.Web;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Accounts;

/// <summary>Adds passkeys and signs in with them, over Identity's handler of WebAuthn.</summary>
internal sealed class Passkeys(IPasskeyHandler<StaffMember> handler, UserManager<StaffMember> members, Ceremony ceremony)
{
    private const string Adding = "passkey-adding", SigningIn = "passkey-signing-in";

    /// <summary>What navigator.credentials.create wants, as JSON.</summary>
    public async Task<string> BeginAddingAsync(HttpContext context, StaffMember member)
    {
        var options = await handler.MakeCreationOptionsAsync(new() { Id = await members.GetUserIdAsync(member), Name = member.Email!, DisplayName = member.Name }, context);
        ceremony.Begin(context, Adding, options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    public async Task<bool> AddAsync(HttpContext context, StaffMember member, string credential, string name)
    {
        if (ceremony.Finish(context, Adding) is not { } state) return false;

        var result = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != await members.GetUserIdAsync(member)) return false;

        result.Passkey.Name = name;
        return (await members.AddOrUpdatePasskeyAsync(member, result.Passkey)).Succeeded;
    }

    /// <summary>What navigator.credentials.get wants, as JSON. It names no account: the authenticator knows whose key it holds.</summary>
    public async Task<string> BeginSigningInAsync(HttpContext context)
    {
        var options = await handler.MakeRequestOptionsAsync(null, context);
        ceremony.Begin(context, SigningIn, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    /// <summary>Whose passkey signed the challenge, or null.</summary>
    public async Task<StaffMember?> WhoSignedAsync(HttpContext context, string credential)
    {
        if (ceremony.Finish(context, SigningIn) is not { } state) return null;

        var result = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded || !result.User.IsActive) return null;

        // Keeps the counter that betrays a cloned key.
        await members.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    /// <summary>Passkeys belong to the paper's domain as the settings have it; inferred from a request, a forged Host could choose it.</summary>
    internal static void Configure(IdentityPasskeyOptions options, Hosts hosts)
    {
        options.ServerDomain = hosts.Domain;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = origin => ValueTask.FromResult(
            !origin.CrossOrigin && Uri.TryCreate(origin.Origin, UriKind.Absolute, out var from)
            && from.Host == hosts.Address.Host && from.Scheme == hosts.Address.Scheme && from.Port == hosts.Address.Port);
    }
}
