using Broadsheet.Bench;
using Broadsheet.Machine;

namespace Broadsheet.Tests.Storage;

public sealed class UpgradeKillTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("broadsheet-upgrade-").FullName;

    // bin/bench upgrade kills at every statement; here one of each sixty, to save minutes.
    [Theory, OnBoth]
    public async Task A_program_killed_in_the_middle_of_a_migration_starts_again_by_itself(On on)
    {
        var made = new List<MachineSettings>();

        var figures = await UpgradeKills.RunAsync(60, MakeAsync, output.WriteLine);

        foreach (var machine in made) await TestDatabases.DropAsync(machine);
        Assert.True(figures.Kills >= 3, $"{figures.Kills} kills");
        Assert.Equal(0, figures.Stuck);

        async Task<MachineSettings> MakeAsync()
        {
            made.Add(await TestDatabases.MakeEmptyAsync(on, new MachineSettings { Data = Directory.CreateDirectory(Path.Combine(_folder, $"{made.Count}")).FullName }));
            return made[^1];
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
