using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers.Passkeys;

/// <summary>Passkeys of readers.</summary>
internal sealed class ReaderKeys(PasskeyCeremony<Reader> ceremony, Newspaper newspaper, TimeProvider clock)
{
    internal const int Most = 10;

    /// <inheritdoc cref="PasskeyCeremony{TUser}.BeginAddingAsync"/>
    public Task<string> BeginAddingAsync(HttpContext http, Reader reader) =>
        ceremony.BeginAddingAsync(http, new() { Id = reader.PublicId.ToString(), Name = reader.TypedAddress, DisplayName = reader.TypedAddress });

    /// <summary>False: the device's answer is none to what was asked of her, or she has as many as there may be.</summary>
    public async Task<bool> AddAsync(HttpContext http, Reader reader, string credential, CancellationToken stop)
    {
        if (await ceremony.AddedAsync(http, reader.PublicId.ToString(), credential) is not { } passkey) return false;

        return await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.ReaderPasskeys.CountAsync(row => row.ReaderId == reader.Id, stop) >= Most) return false;
            newspaper.ReaderPasskeys.Add(new ReaderPasskey(reader, passkey, Device.Of(http.Request), clock.GetUtcNow()));
            await newspaper.SaveChangesAsync(stop);
            return true;
        }, stop);
    }

    /// <inheritdoc cref="PasskeyCeremony{TUser}.BeginSigningInAsync"/>
    public Task<string> BeginSigningInAsync(HttpContext http) => ceremony.BeginSigningInAsync(http);

    /// <summary>Begins a session of whose key signed the challenge; null: nobody's did.</summary>
    public async Task<Secret?> SignInAsync(HttpContext http, string credential, CancellationToken stop)
    {
        if (await ceremony.SignedAsync(http, credential) is not var (reader, passkey)) return null;

        return await newspaper.WriteAsync(async () =>
        {
            var signed = passkey.CredentialId;
            // Removed while she signed.
            if (await newspaper.ReaderPasskeys.SingleOrDefaultAsync(row => row.CredentialId == signed, stop) is not { } key) return null;
            key.Note(passkey);
            return await newspaper.BeginSessionAsync(reader, http, clock.GetUtcNow(), stop);
        }, stop);
    }
}
