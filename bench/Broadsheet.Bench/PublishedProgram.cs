using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Broadsheet.Bench;

/// <summary>The program as it ships: published, not run out of its build.</summary>
internal static class PublishedProgram
{
    /// <returns>The path of its main assembly.</returns>
    internal static async Task<string> MakeAsync(string folder)
    {
        using var publish = Process.Start("dotnet", ["publish", "src/Broadsheet", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "-v", "q", "--nologo", "-p:RunAnalyzers=false"]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, "broadsheet.dll") : throw new InvalidOperationException("The program could not be published.");
    }
}
