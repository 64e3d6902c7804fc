using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Storage;

/// <summary>
/// Refuses a write that did not come through <see cref="Newspaper.WriteAsync{T}"/>: it would race for SQLite's lock
/// beside the lane. Catches ExecuteUpdate, ExecuteDelete and raw SQL; saved entities always come through it.
/// </summary>
internal sealed class WriteGuard : DbCommandInterceptor
{
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Check(CommandEventData eventData)
    {
        if (eventData.CommandSource is not CommandSource.Migrations && eventData.Context is Newspaper { IsWriting: false })
            throw new InvalidOperationException("This writes outside the write lane: wrap it in newspaper.WriteAsync.");
    }
}
