using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Notices;
using Broadsheet.Storage;

namespace Broadsheet.Planning;

/// <summary>Whom a move or an assignment concerns. What a stage tells is the paper's choice; who gets a story is always told.</summary>
internal static class PlanNotices
{
    public const string Moved = "moved";
    public const string Assigned = "assigned";
    public const string Held = "held";
    public const string Lifted = "holdLifted";

    extension(Newspaper newspaper)
    {
        /// <summary>Saved with the move itself.</summary>
        public async Task TellOfMoveAsync(Article article, Stage stage, Staff staff, DateTimeOffset now, CancellationToken stop)
        {
            IReadOnlyList<long> members = stage.Tells switch
            {
                StageTells.Writer => [article.AssignedTo ?? article.CreatedBy],
                StageTells.Editors => [.. (await newspaper.StaffWhoMayAsync(Permission.PublishArticles, stop)).Where(article.IsVisibleTo).Select(editor => editor.By)],
                _ => [],
            };
            newspaper.Tell(Moved, members, (staff.MemberId, staff.Name), article.WorkingHeadline, $"/newsroom/articles/{article.Id}", now, stage.Name);
        }

        /// <inheritdoc cref="TellOfMoveAsync"/>
        public void TellOfAssignment(Article article, long member, Staff staff, string note, DateTimeOffset now) =>
            newspaper.Tell(Assigned, [member], (staff.MemberId, staff.Name), article.WorkingHeadline, $"/newsroom/articles/{article.Id}", now, note);

        /// <summary>Whose story it is, and whoever counts on its going out at a time, learns that it will not. Saved with the hold itself.</summary>
        public async Task TellOfHoldAsync(Article article, Hold hold, Staff staff, CancellationToken stop) =>
            newspaper.Tell(Held, await newspaper.WritersOfAsync(article, stop, article.ScheduledFor is null ? null : article.ScheduledBy), (staff.MemberId, staff.Name), article.WorkingHeadline, $"/newsroom/articles/{article.Id}", hold.At, hold.Reason);

        /// <summary>The same for its end, and whoever had held it.</summary>
        public async Task TellOfLiftAsync(Article article, Hold hold, string reason, Staff staff, DateTimeOffset now, CancellationToken stop) =>
            newspaper.Tell(Lifted, await newspaper.WritersOfAsync(article, stop, hold.By), (staff.MemberId, staff.Name), article.WorkingHeadline, $"/newsroom/articles/{article.Id}", now, reason.Trim());
    }
}
