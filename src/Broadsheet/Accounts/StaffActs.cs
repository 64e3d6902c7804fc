using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <summary>Acts on staff that the newsroom and the command line share. Without <c>staff</c>, the command line did it.</summary>
internal static class StaffActs
{
    extension(Newspaper newspaper)
    {
        /// <summary>Changes a member, writes it into the log and ends her sessions. False when there is no such member.</summary>
        /// <param name="change">Gets the member and how many active administrators there are.</param>
        public Task<bool> ChangeMemberAsync(Guid id, Staff? staff, string act, string? reason, DateTimeOffset now, Action<StaffMember, int> change) => newspaper.WriteAsync(async () =>
        {
            // Two administrators who remove each other at once must not both find the other still there. Writing all
            // of their rows makes the second wait on PostgreSQL, as the write lane does on SQLite, and then count anew.
            await newspaper.StaffMembers.Where(one => one.Role == Role.Administrator).ExecuteUpdateAsync(set => set.SetProperty(one => one.Role, Role.Administrator));

            if (await newspaper.StaffMembers.FirstOrDefaultAsync(one => one.PublicId == id) is not { } member) return false;
            change(member, await newspaper.StaffMembers.CountAdministratorsAsync());
            newspaper.Audit(staff, act, $"staff/{id}", reason, now);
            await newspaper.SaveChangesAsync();
            await newspaper.EndSessionsAsync(member.Id);
            return true;
        });

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
