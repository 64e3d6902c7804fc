using Broadsheet.Machine;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage;

/// <summary>EF's services, its model of the tables and its reader of questions, which it makes once a process and keeps by the options of a context: a third of a start.</summary>
internal static class DatabaseModel
{
    /// <summary>Has EF make them. Opens no database.</summary>
    internal static void Load(MachineSettings machine)
    {
        using var services = new ServiceCollection().AddStorage(machine).BuildServiceProvider();
        using var scope = services.CreateScope();
        // Any question will do.
        scope.ServiceProvider.GetRequiredService<Newspaper>().Set<Job>().Where(row => row.DoneAt == null).OrderBy(row => row.Id).Select(row => row.Id).ToQueryString();
    }
}
