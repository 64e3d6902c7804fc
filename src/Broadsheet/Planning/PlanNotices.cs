using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning;

/// <summary>Whom a move or an assignment concerns. What a stage tells is the paper's choice; who gets a story is always told.</summary>
internal static class PlanNotices
{
    public const string Moved = "moved";
    public const string Assigned = "assigned";

    extension(Newspaper newspaper)
    {
        /// <summary>Saved with the move itself.</summary>
        public async Task TellOfMoveAsync(Article article, Stage stage, Staff staff, DateTimeOffset now, CancellationToken stop)
        {
            IReadOnlyList<long> members = stage.Tells switch
            {
                StageTells.Writer => [article.AssignedTo ?? article.CreatedBy],
                StageTells.Editors => await EditorsAsync(newspaper, stop),
                _ => [],
            };
            newspaper.Tell(Moved, members, (staff.MemberId, staff.Name), article.WorkingHeadline, $"/newsroom/articles/{article.Id}", now, stage.Name);
        }

        /// <inheritdoc cref="TellOfMoveAsync"/>
        public void TellOfAssignment(Article article, long member, Staff staff, string note, DateTimeOffset now) =>
            newspaper.Tell(Assigned, [member], (staff.MemberId, staff.Name), article.WorkingHeadline, $"/newsroom/articles/{article.Id}", now, note);
    }

    // Whoever could send it on. Roles are few, and what they grant is in each.
    private static async Task<List<long>> EditorsAsync(Newspaper newspaper, CancellationToken stop)
    {
        var roles = (await newspaper.Roles.AsNoTracking().ToListAsync(stop)).Where(role => role.Grants(Permission.PublishArticles)).Select(role => role.Id).ToList();
        return await newspaper.StaffMembers.AsNoTracking().Active().Where(member => roles.Contains(member.RoleId)).Select(member => member.Id).ToListAsync(stop);
    }
}
