using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Storage;

/// <summary>
/// Refuses a write that did not come through <see cref="Newspaper.WriteAsync{T}"/>: it would race for SQLite's lock
/// beside the lane. Catches ExecuteUpdate, ExecuteDelete and raw SQL; saved entities always come through it. What such
/// statements touch is noted here, too, since no change tracker sees it.
/// </summary>
internal sealed class WriteGuard : DbCommandInterceptor
{
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Check(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(command, eventData);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbCommand command, CommandEventData eventData)
    {
        if (eventData.CommandSource is CommandSource.Migrations || eventData.Context is not Newspaper newspaper) return;
        if (!newspaper.IsWriting)
            throw new InvalidOperationException("This writes outside the write lane: wrap it in newspaper.WriteAsync.");
        if (eventData.CommandSource is not CommandSource.SaveChanges) newspaper.NoteStatement(command.CommandText);
    }
}
