using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Accounts;

internal sealed class RoleTable : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> role)
    {
        role.ToTable("roles");
        role.HasIndex(one => one.PublicId).IsUnique();
        role.Property(one => one.Name).HasMaxLength(60);
        role.Property(one => one.Given).AsJson();
        role.Property(one => one.Taken).AsJson();
        role.Property(one => one.Revision).IsConcurrencyToken();
        role.Ignore(one => one.Permissions);
        role.HasData(new long[] { Role.Reporter, Role.Editor, Role.Publisher, Role.Administrator }.Select(id => new
        {
            Id = id,
            PublicId = new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)id]),
            Name = "",
            Given = (IReadOnlyList<string>)[],
            Taken = (IReadOnlyList<string>)[],
            Revision = 1L,
        }));
    }
}

public static class RoleQueries
{
    extension(Newspaper newspaper)
    {
        public DbSet<Role> Roles => newspaper.Set<Role>();

        /// <summary>All of them: the built-in ones in their order, then the paper's own by name.</summary>
        public async Task<List<Role>> ListRolesAsync(CancellationToken stop = default) =>
            [.. (await newspaper.Roles.AsNoTracking().ToListAsync(stop)).OrderBy(role => role.IsBuiltIn ? role.Id : long.MaxValue).ThenBy(role => role.Name, StringComparer.CurrentCultureIgnoreCase)];

        /// <summary>The role that a form, a command or a person calls so; null when none is.</summary>
        public async Task<Role?> FindRoleAsync(string? called, CancellationToken stop = default) =>
            (await newspaper.ListRolesAsync(stop)).FirstOrDefault(role => string.Equals(role.Key, called?.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? (await newspaper.ListRolesAsync(stop)).FirstOrDefault(role => string.Equals(role.KnownAs, called?.Trim(), StringComparison.OrdinalIgnoreCase));

        /// <summary>How many could let somebody in.</summary>
        public async Task<int> CountStaffManagersAsync(CancellationToken stop = default)
        {
            var roles = (await newspaper.Roles.ToListAsync(stop)).Where(role => role.Grants(Permission.ManageStaff)).Select(role => role.Id).ToList();
            return await newspaper.StaffMembers.Active().CountAsync(one => roles.Contains(one.RoleId), stop);
        }
    }
}
