using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox.Desk;

/// <summary>How many messages nobody has taken, beside the inbox in the newsroom's frame.</summary>
internal sealed class NewInInbox(Newspaper newspaper) : INewsroomCount
{
    public string Href => "/newsroom/inbox";

    public string Words => "inbox.count";

    public Task<int> CountAsync(HttpContext http, CancellationToken stop) => Staff.Find(http.User) is { } staff && staff.May(Permission.ReadInbox)
        ? newspaper.InboxMessages.VisibleTo(staff).CountAsync(row => row.State == MessageState.New, stop) : Task.FromResult(0);
}
