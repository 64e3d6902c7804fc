using Broadsheet.Bench;

namespace Broadsheet.Tests.Storage;

public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_killed_program_keeps_every_write_that_it_acknowledged()
    {
        var figures = await CrashRounds.RunAsync(rounds: 3, seed: 7, output.WriteLine);

        Assert.True(figures.Acknowledged > 0);
        Assert.Equal((0, 0), (figures.Lost, figures.IntegrityErrors));
    }
}
