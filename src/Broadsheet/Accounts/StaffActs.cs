using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

/// <summary>Acts on staff that the newsroom and the command line share. Without <c>staff</c>, the command line did it.</summary>
internal static class StaffActs
{
    extension(Newspaper newspaper)
    {
        /// <summary>Changes a member, writes it into the log and ends her sessions. False when there is no such member.</summary>
        public async Task<bool> ChangeMemberAsync(Guid id, Staff? staff, string act, string? reason, DateTimeOffset now, Action<StaffMember> change)
        {
            if (await newspaper.StaffMembers.FirstOrDefaultAsync(one => one.PublicId == id) is not { } member) return false;
            await newspaper.KeepingStaffManagedAsync(async () =>
            {
                change(member);
                newspaper.Audit(staff, act, $"staff/{id}", reason, now);
                await newspaper.SaveChangesAsync();
                await newspaper.EndSessionsAsync(member.Id);
            });
            return true;
        }

        /// <summary>Makes a change to members or roles, unless it would leave nobody who can manage staff: nobody could let anybody in again.</summary>
        /// <exception cref="LastAdministratorException">It would; nothing was changed.</exception>
        public Task KeepingStaffManagedAsync(Func<Task> change) => newspaper.WriteAsync(async () =>
        {
            // Two who remove each other at once must not both find the other still there. Writing the members' rows makes
            // the second wait on PostgreSQL, as the write lane does on SQLite, and then count anew.
            await newspaper.StaffMembers.Active().ExecuteUpdateAsync(set => set.SetProperty(one => one.RoleId, one => one.RoleId));

            var before = await newspaper.CountStaffManagersAsync();
            await change();
            if (before > 0 && await newspaper.CountStaffManagersAsync() == 0) throw new LastAdministratorException();
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
            var token = new ApiToken(name, role.Id, secret, now);
            newspaper.ApiTokens.Add(token);
            newspaper.Audit(staff, "token", $"token/{token.PublicId}", role.KnownAs, now);
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
