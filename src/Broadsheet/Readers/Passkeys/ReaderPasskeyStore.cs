using Broadsheet.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers.Passkeys;

/// <summary>What Identity's handler of WebAuthn asks about readers. It only reads: a reader is no account of Identity's, and her keys are written where she adds and uses them.</summary>
internal sealed class ReaderPasskeyStore(Newspaper newspaper) : IUserPasskeyStore<Reader>
{
    public Task<string> GetUserIdAsync(Reader user, CancellationToken cancellationToken) => Task.FromResult(user.PublicId.ToString());

    public Task<string?> GetUserNameAsync(Reader user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.TypedAddress);

    public async Task<Reader?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await newspaper.Readers.AsNoTracking().SingleOrDefaultAsync(row => row.PublicId == id, cancellationToken) : null;

    public Task<Reader?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => newspaper.ReaderPasskeys.Where(key => key.CredentialId == credentialId)
        .Join(newspaper.Readers, key => key.ReaderId, reader => reader.Id, (_, reader) => reader).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Reader user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await newspaper.ReaderPasskeys.AsNoTracking().SingleOrDefaultAsync(key => key.CredentialId == credentialId && key.ReaderId == user.Id, cancellationToken))?.Info();

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Reader user, CancellationToken cancellationToken) =>
        [.. (await newspaper.ReaderPasskeys.AsNoTracking().Where(key => key.ReaderId == user.Id).OrderBy(key => key.Id).ToListAsync(cancellationToken)).Select(key => key.Info())];

    public void Dispose()
    {
        // The database is the request's.
    }

    public Task AddOrUpdatePasskeyAsync(Reader user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task RemovePasskeyAsync(Reader user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task SetUserNameAsync(Reader user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<string?> GetNormalizedUserNameAsync(Reader user, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task SetNormalizedUserNameAsync(Reader user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<Reader?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IdentityResult> CreateAsync(Reader user, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IdentityResult> UpdateAsync(Reader user, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IdentityResult> DeleteAsync(Reader user, CancellationToken cancellationToken) => throw new NotSupportedException();
}
