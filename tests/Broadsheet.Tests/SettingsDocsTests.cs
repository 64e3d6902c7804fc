using System.Reflection;
using Broadsheet.Machine;

namespace Broadsheet.Tests;

/// <summary>Every setting of the machine stands in docs/operating.md.</summary>
public sealed class SettingsDocsTests
{
    [Fact]
    public async Task Every_setting_is_described()
    {
        var docs = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "operating.md"));

        var missing = Names(typeof(MachineSettings), "").Where(name => !docs.Contains($"`{name}`", StringComparison.Ordinal)).ToList();

        Assert.True(missing.Count == 0, $"Not in docs/operating.md: {string.Join(", ", missing)}");
    }

    private static IEnumerable<string> Names(Type settings, string prefix) => settings.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite)
        .SelectMany(property => property.PropertyType.Namespace == typeof(MachineSettings).Namespace ? Names(property.PropertyType, $"{prefix}{property.Name}:") : [prefix + property.Name]);
}
