using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Bench;

/// <summary>Ends the process with SIGKILL, so that nothing of it can tidy up, before a command that changes the database.</summary>
internal sealed class DieAt(int statement) : DbCommandInterceptor
{
    private int _seen;

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Count();
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return ValueTask.FromResult(result);
    }

    private void Count()
    {
        if (++_seen == statement) Process.GetCurrentProcess().Kill();
    }
}
