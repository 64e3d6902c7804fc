using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

public static class StaffByPermission
{
    extension(Newspaper newspaper)
    {
        /// <summary>Everybody at work whose role grants this, each as the gate would know her: to find whom something concerns.</summary>
        public async Task<IReadOnlyList<Staff>> StaffWhoMayAsync(Permission permission, CancellationToken stop)
        {
            var roles = (await newspaper.Roles.AsNoTracking().ToListAsync(stop)).Where(role => role.Grants(permission)).ToDictionary(role => role.Id);
            var members = await newspaper.StaffMembers.AsNoTracking().Active().Where(row => roles.Keys.Contains(row.RoleId)).OrderBy(row => row.Id).Select(row => new { row.Id, row.Name, row.RoleId }).ToListAsync(stop);
            // Desks are few: one look for all of them.
            var desks = await newspaper.Desks.AsNoTracking().Include(desk => desk.Members).Include(desk => desk.Sections).AsSplitQuery().ToListAsync(stop);
            return [.. members.Select(member => new Staff(member.Name, roles[member.RoleId].Permissions, member.Id)
            {
                Desks = [.. desks.Where(desk => desk.Members.Any(row => row.MemberId == member.Id)).Select(desk => new StaffDesk(desk.Id, desk.Name, desk.SharesStories, [.. desk.Sections.Select(row => row.SectionId)]))],
            })];
        }
    }
}
