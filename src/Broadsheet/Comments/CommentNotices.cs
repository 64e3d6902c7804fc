using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Comments;

/// <summary>Whom a comment concerns: those it names, those who spoke before, and who began the story. Each is told once.</summary>
internal static class CommentNotices
{
    public const string Mentioned = "mentioned";
    public const string Replied = "replied";
    public const string Commented = "commented";

    extension(Newspaper newspaper)
    {
        public async Task TellOfAsync(Article article, CommentThread thread, CommentAuthor by, string text, DateTimeOffset now, CancellationToken stop)
        {
            var spoke = thread.Comments.Select(row => row.MemberId).OfType<long>().ToHashSet();
            // Who may see a lawyer's words is known of those alone who have spoken among them; and in no mail do they leave the house.
            var isOpen = thread.Class != CommentClass.Legal;
            var staff = isOpen ? await newspaper.StaffMembers.AsNoTracking().Active().Select(row => new { row.Id, row.Name }).ToListAsync(stop) : [];
            var mentioned = Mentions.In(text, staff.Select(row => (row.Id, row.Name))).ToHashSet();

            Tell(Mentioned, mentioned);
            Tell(Replied, spoke.Except(mentioned));
            if (isOpen) Tell(Commented, new[] { article.CreatedBy }.Except(mentioned).Except(spoke));

            void Tell(string kind, IEnumerable<long> members) => newspaper.Tell(
                kind, members, (by.Member, by.Name), article.WorkingHeadline, $"/newsroom/articles/{article.Id}/comments#thread-{thread.PublicId}", now, isOpen ? text.Trim() : "");
        }
    }
}
