using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Notices;

/// <summary>How many notices wait, beside their way in the newsroom's frame.</summary>
internal sealed class UnreadNotices(Newspaper newspaper) : INewsroomCount
{
    public string Href => "/newsroom/notices";

    public string Words => "notices.count";

    public Task<int> CountAsync(HttpContext http, CancellationToken stop)
    {
        var me = Staff.Find(http.User)?.MemberId ?? 0;
        return me == 0 ? Task.FromResult(0) : newspaper.Notices.CountAsync(row => row.MemberId == me && row.SeenAt == null, stop);
    }
}
