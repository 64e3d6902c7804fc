using Broadsheet.Web;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Accounts;

/// <summary>Passkeys of staff.</summary>
internal sealed class Passkeys(PasskeyCeremony<StaffMember> ceremony, UserManager<StaffMember> members)
{
    /// <inheritdoc cref="PasskeyCeremony{TUser}.BeginAddingAsync"/>
    public async Task<string> BeginAddingAsync(HttpContext context, StaffMember member) =>
        await ceremony.BeginAddingAsync(context, new() { Id = await members.GetUserIdAsync(member), Name = member.Email!, DisplayName = member.Name });

    public async Task<bool> AddAsync(HttpContext context, StaffMember member, string credential, string name)
    {
        if (await ceremony.AddedAsync(context, await members.GetUserIdAsync(member), credential) is not { } passkey) return false;

        passkey.Name = name;
        return (await members.AddOrUpdatePasskeyAsync(member, passkey)).Succeeded;
    }

    /// <inheritdoc cref="PasskeyCeremony{TUser}.BeginSigningInAsync"/>
    public Task<string> BeginSigningInAsync(HttpContext context) => ceremony.BeginSigningInAsync(context);

    /// <summary>Whose passkey signed the challenge, or null.</summary>
    public async Task<StaffMember?> WhoSignedAsync(HttpContext context, string credential)
    {
        if (await ceremony.SignedAsync(context, credential) is not var (member, passkey) || !member.IsActive) return null;

        // Keeps the counter that betrays a cloned key.
        await members.AddOrUpdatePasskeyAsync(member, passkey);
        return member;
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
