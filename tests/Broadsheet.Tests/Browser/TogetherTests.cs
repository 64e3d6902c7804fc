using Broadsheet.Bench;
using Broadsheet.Machine;
using Broadsheet.Tests.Storage;

namespace Broadsheet.Tests.Browser;

/// <summary>Windows that write in one paragraph, one cut off for a while, every node killed in between: <c>bin/bench coediting</c>, made short.</summary>
public sealed class TogetherTests
{
    [Theory]
    [InlineData(On.Sqlite, 1)]
    [InlineData(On.Postgres, 3)]
    public async Task All_come_to_one_text_with_every_letter_once(On on, int nodes)
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-test-").FullName;
        var machine = await TestDatabases.MakeAsync(on, new MachineSettings { Data = folder });
        try
        {
            var figures = await TogetherTyping.RunAsync(machine, seconds: 6, offline: 2, nodes, TestContext.Current.SendDiagnosticMessage);

            Assert.True(figures.IsTrue, figures.Line);
        }
        finally
        {
            await TestDatabases.DropAsync(machine);
            await TestFolder.RemoveAsync(folder);
        }
    }
}
