using Broadsheet.Storage;

namespace Broadsheet.Accounts;

/// <summary>Acts on staff that the newsroom and the command line share. Without <c>staff</c>, the command line did it.</summary>
internal static class StaffActs
{
    extension(Newspaper newspaper)
    {
        public async Task<Secret> MakePasswordLinkAsync(StaffMember member, Staff? staff, DateTimeOffset now)
        {
            var secret = Secret.New();
            newspaper.OneTimeLinks.Add(OneTimeLink.ForPasswordReset(secret, member, now));
            newspaper.Audit(staff, "password-link", $"staff/{member.PublicId}", null, now);
            await newspaper.SaveChangesAsync();
            return secret;
        }

        public async Task<Secret> MakeTokenAsync(string name, Role role, Staff? staff, DateTimeOffset now)
        {
            var secret = ApiToken.NewSecret();
            var token = new ApiToken(name, role, secret, now);
            newspaper.ApiTokens.Add(token);
            newspaper.Audit(staff, "token", $"token/{token.PublicId}", role.ToString(), now);
            await newspaper.SaveChangesAsync();
            return secret;
        }

        public async Task RevokeAsync(ApiToken token, Staff? staff, DateTimeOffset now)
        {
            token.Revoke(now);
            newspaper.Audit(staff, "token-revoked", $"token/{token.PublicId}", null, now);
            await newspaper.SaveChangesAsync();
        }
    }
}
